import type { QuestionKind } from '../questionKind.ts';
import { toAskedAfter } from '../wording.ts';

/** The id of the only option of a consent question. */
const GIVEN = 'given';

/** Implements consent questions, which are a checkbox. An unchecked box counts as skipped. */
export const consentKind: QuestionKind<'consent'> = {
  ask: (question, context) => toAskedAfter(question, context, question.title),
  isAnswered: ({ id }, { choices }) => !!choices[id]?.length,
  check: ({ id }, { choices }) => (choices[id]?.every((each) => each === GIVEN) ? undefined : 'not_an_option'),
  toAnswer: ({ asked }, _, commit) => ({ kind: 'consent', question: asked, commit, given: true }),
  choose: (_, options) => options.filter((option) => option === GIVEN).slice(0, 1),
};
