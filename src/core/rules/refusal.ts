import type { FrequencySummary } from './frequencySummary.ts';

/** Returns true when the respondent chose "Don't ask again" for this survey. */
export const isRefusedForever = (surveyId: string, summaries: readonly FrequencySummary[]): boolean =>
  summaries.some(({ never, tags }) => never && tags.survey === surveyId);
