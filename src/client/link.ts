/** The survey that the URL of the page requests, with the score that was clicked in an email. A preview has no score. */
export interface Link {
  readonly surveyId: string;
  readonly score?: number;
}

/** A survey id contains no character that URLs escape, except the colon, which mail programs escape. */
const LINK = /[?&]scorelet(?:-preview=([^&]+)|=([^&]+):(\d+)(?:&|$))/;

/** Reads the survey and the score from the URL: `?scorelet-preview=<survey>` or `?scorelet=<survey>:<score>`. */
export const readLink = (search: string): Link | undefined => {
  // Not with URLSearchParams: the first one that a page creates takes 2 ms of the way to the paint.
  const [, previewed, surveyId, score] = LINK.exec(search.replace(/%3a/gi, ':')) ?? [];
  if (previewed) return { surveyId: previewed };
  return surveyId ? { surveyId, score: Number(score) } : undefined;
};
