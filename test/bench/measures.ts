import type { ProfileName } from './profile.ts';

export interface Measure {
  title: string;
  unit: string;
  /** Number of decimals in the printed report. */
  decimals: number;
  /** Target: the largest ratio to the floor, by profile, for a page that shows a prompt. */
  wantedRatio?: Partial<Record<ProfileName, number>>;
  /** Target: an exact value. */
  wantedValue?: number;
}

/** All measures, in the order of the printed report. */
export const MEASURES = {
  paint: {
    title: 'tag inserted → painted',
    unit: 'ms',
    decimals: 0,
    wantedRatio: { '6x': 1.35, slow4g: 1.1 },
  },
  click: { title: 'click on a score → next paint', unit: 'ms', decimals: 0, wantedRatio: { '6x': 2 } },
  task: {
    title: 'main thread until settled, all tasks',
    unit: 'ms',
    decimals: 0,
    wantedRatio: { '6x': 2.3 },
  },
  heap: {
    title: 'heap beyond the host page',
    unit: 'kB',
    decimals: 0,
    wantedRatio: { '1x': 2.2, '6x': 2.2, slow4g: 2.2 },
  },
  longTasks: { title: 'long tasks', unit: '', decimals: 0, wantedValue: 0 },
  shift: { title: 'layout shift', unit: '', decimals: 3, wantedValue: 0 },
} as const satisfies Record<string, Measure>;
export type MeasureName = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as MeasureName[];
