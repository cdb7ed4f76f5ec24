import type { Moment } from '../triggers/moment.ts';

/** Orders moments of the same time: the survey with the higher priority comes first, then the survey that was displayed longest ago. */
export const compareMoments = (one: Moment, other: Moment, lastAskOf: (surveyId: string) => number): number =>
  (other.survey.priority ?? 0) - (one.survey.priority ?? 0) || lastAskOf(one.survey.id) - lastAskOf(other.survey.id);
