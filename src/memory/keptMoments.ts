/** The delayed triggers that the tab stores for its next page, as `{ v: 1, moments: [...] }`. */
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import type { Properties, Subject } from '../schema/index.ts';
import { MOMENTS } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/** The stored part of a moment. The clicked element and the permission to take the focus are not stored. */
export interface KeptMoment {
  readonly cause: string;
  /** When the trigger fired, in milliseconds since 1970. `due` has the same unit. */
  readonly at: number;
  readonly due: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
}

const isMoment = (value: unknown): value is KeptMoment => {
  const { cause, at, due } = (value ?? {}) as Partial<KeptMoment>;
  return typeof cause === 'string' && Number(at) > 0 && Number(due) > 0;
};

/** Removes the delayed triggers of a survey from the tab's storage and returns them. Ignores invalid entries. */
export const takeMoments = (surveyId: string): KeptMoment[] => {
  const { moments } = unpack(takeFromTab(MOMENTS + surveyId));
  return Array.isArray(moments) ? moments.filter(isMoment) : [];
};

/** Replaces the stored delayed triggers of a survey. Returns true when the tab has stored them. */
export const keepMoments = (surveyId: string, moments: readonly KeptMoment[]): boolean => {
  if (moments[0]) return keepInTab(MOMENTS + surveyId, pack({ moments }));
  takeFromTab(MOMENTS + surveyId);
  return true;
};
