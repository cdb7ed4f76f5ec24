import type { QuestionKind } from '../questionKind.ts';
import { toAskedAfter } from '../wording.ts';

/**
 * Matches an email address: one @ with text before it and a dot after it. This finds typing errors; it cannot prove that the address
 * exists.
 */
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;
const MAX_LENGTH = 320;

/** Implements questions that ask for an email address. */
export const emailKind: QuestionKind<'email'> = {
  ask: (question, context) => toAskedAfter(question, context, question.title ?? `${context.locale.ui.email}`),
  isAnswered: ({ id }, { texts }) => !!texts[id]?.trim(),
  check({ id }, { texts }) {
    const address = (texts[id] ?? '').trim();
    return EMAIL.test(address) && address.length <= MAX_LENGTH ? undefined : 'not_an_email';
  },
  toAnswer: ({ id, asked }, { texts }, commit) => ({
    kind: 'email',
    question: asked,
    commit,
    email: (texts[id] ?? '').trim(),
  }),
};
