/** Moments that wait for their delay, as the tab keeps them for its next page: `{ v: 1, moments: [...] }`. */
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import type { Properties, Subject } from '../schema/index.ts';
import { MOMENTS } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/** What a page leaves of a moment: neither the element that was clicked, nor the right to take the focus. */
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

/** Takes the moments of a survey out of the tab. What is not a moment is dropped. */
export const takeMoments = (surveyId: string): KeptMoment[] => {
  const { moments } = unpack(takeFromTab(MOMENTS + surveyId));
  return Array.isArray(moments) ? moments.filter(isMoment) : [];
};

/** Keeps the moments of a survey in place of those that were kept; returns whether the tab has them. */
export const keepMoments = (surveyId: string, moments: readonly KeptMoment[]): boolean => {
  if (moments[0]) return keepInTab(MOMENTS + surveyId, pack({ moments }));
  takeFromTab(MOMENTS + surveyId);
  return true;
};
