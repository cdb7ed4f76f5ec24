/** The survey that the URL of the page requests, with the score that was clicked in an email. A preview has no score. */
export interface Link {
  readonly surveyId: string;
  readonly score?: number;
}

/** Reads the survey and the score from the URL: `?scorelet-preview=<survey>` or `?scorelet=<survey>:<score>`. */
export const readLink = (search: string): Link | undefined => {
  const parameters = new URLSearchParams(search);
  const previewed = parameters.get('scorelet-preview');
  if (previewed) return { surveyId: previewed };
  const [, surveyId, score] = /^(.+):(\d+)$/.exec(parameters.get('scorelet') ?? '') ?? [];
  return surveyId ? { surveyId, score: Number(score) } : undefined;
};
