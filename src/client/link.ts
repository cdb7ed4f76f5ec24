/** What the address of the page asks for: a preview, or a score that a link in an e-mail chose. */
export type Link =
  | { readonly kind: 'preview'; readonly surveyId: string }
  | { readonly kind: 'score'; readonly surveyId: string; readonly score: number };

/** Reads `?scorelet-preview=<survey>` or `?scorelet=<survey>:<score>`. */
export const readLink = (search: string): Link | undefined => {
  const parameters = new URLSearchParams(search);
  const preview = parameters.get('scorelet-preview');
  if (preview) return { kind: 'preview', surveyId: preview };
  const [, surveyId, score] = /^(.+):(\d+)$/.exec(parameters.get('scorelet') ?? '') ?? [];
  return surveyId ? { kind: 'score', surveyId, score: Number(score) } : undefined;
};
