import type { QuestionKind } from '../questionKind.ts';

/** The only option of a consent. */
const GIVEN = 'given';

/** A box to tick: consent is given, or the question is skipped. */
export const consentKind: QuestionKind<'consent'> = {
  title: ({ title }) => title,
  words: () => [],
  isAnswered: ({ id }, { choices }) => !!choices[id]?.length,
  check: ({ id }, { choices }) => (choices[id]?.every((each) => each === GIVEN) ? undefined : 'not_an_option'),
  toAnswer: ({ asked }, _, commit) => ({ kind: 'consent', question: asked, commit, given: true }),
  optionIds: () => [GIVEN],
};
