/** The allowed values of filters, shared by the results page and the collector. */
import type { Segment } from '../../src/score/index.ts';

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export const GROUPS = ['touchpoint', 'stage', 'channel', 'locale', 'variant', 'presentation', 'style'] as const;
export type Group = (typeof GROUPS)[number];

export const SEGMENTS = [
  'promoter',
  'passive',
  'detractor',
  'satisfied',
  'neutral',
  'dissatisfied',
  'easy',
  'difficult',
] as const satisfies readonly Segment[];
