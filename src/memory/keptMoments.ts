/** Waiting moments, stored in the tab for its next page: `{ v: 1, moments: [...] }`. */
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import type { Properties, Subject } from '../schema/index.ts';
import { MOMENTS } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/** The stored part of a moment, without the clicked element and the permission to take the focus. */
export interface KeptMoment {
  readonly cause: string;
  /** Milliseconds since 1970, as is `due`. */
  readonly at: number;
  readonly due: number;
  readonly subject?: Subject | undefined;
  readonly properties?: Properties | undefined;
}

const isMoment = (value: unknown): value is KeptMoment => {
  const { cause, at, due } = (value ?? {}) as Partial<KeptMoment>;
  return typeof cause === 'string' && Number(at) > 0 && Number(due) > 0;
};

/** Removes the moments of a survey from the tab and returns them. Drops invalid moments. */
export const takeMoments = (surveyId: string): KeptMoment[] => {
  const { moments } = unpack(takeFromTab(MOMENTS + surveyId));
  return Array.isArray(moments) ? moments.filter(isMoment) : [];
};

/** Replaces the stored moments of a survey. Returns true when the tab has stored them. */
export const keepMoments = (surveyId: string, moments: readonly KeptMoment[]): boolean => {
  if (moments[0]) return keepInTab(MOMENTS + surveyId, pack({ moments }));
  takeFromTab(MOMENTS + surveyId);
  return true;
};
