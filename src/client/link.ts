/** What the URL of the page asks for: a score that was clicked in an email, or a preview, which has no score. */
export interface Link {
  readonly surveyId: string;
  readonly score?: number;
}

/** Reads `?scorelet-preview=<survey>` or `?scorelet=<survey>:<score>`. */
export const readLink = (search: string): Link | undefined => {
  const parameters = new URLSearchParams(search);
  const previewed = parameters.get('scorelet-preview');
  if (previewed) return { surveyId: previewed };
  const [, surveyId, score] = /^(.+):(\d+)$/.exec(parameters.get('scorelet') ?? '') ?? [];
  return surveyId ? { surveyId, score: Number(score) } : undefined;
};
