import { checkText } from '../checkAnswer.ts';
import type { NormalChoiceQuestion } from '../normalSurvey.ts';
import type { QuestionKind } from '../questionKind.ts';
import { toAskedAfter } from '../wording.ts';

/** The id of the option "Other", which has a text field. */
export const OTHER = 'other';

/** Lists the options of a choice question in the order on screen, with "Other" last. */
export const toOptions = (
  { options, other }: NormalChoiceQuestion,
  otherLabel: string,
): { id: string; label: string }[] => [
  ...options.map(({ id, label }) => ({ id, label })),
  ...(other ? [{ id: OTHER, label: otherLabel }] : []),
];

/** Implements choice questions: the respondent selects one or several options of a list, or "Other" with a text field. */
export const choiceKind: QuestionKind<'choice'> = {
  ask: (question, context) =>
    toAskedAfter(
      question,
      context,
      question.title,
      question.options.map(({ label }) => label),
    ),
  isAnswered: ({ id }, { choices }) => !!choices[id]?.length,
  check(question, { choices, texts }) {
    const { id, maxLength } = question;
    const chosen = choices[id] ?? [];
    const offered = toOptions(question, '').map((option) => option.id);
    if (!chosen.every((each) => offered.includes(each))) return 'not_an_option';
    return chosen.includes(OTHER) ? checkText({ minLength: 0, maxLength }, texts[id] ?? '') : undefined;
  },
  toAnswer(question, { choices, texts }, commit, { locale }) {
    const { id, asked, multiple } = question;
    const chosen = choices[id] ?? [];
    const other = chosen.includes(OTHER) && texts[id]?.trim();
    return {
      kind: 'choice',
      question: asked,
      commit,
      choices: toOptions(question, `${locale.ui.other}`).filter((option) => chosen.includes(option.id)),
      ...(other && { other }),
      multiple,
    };
  },
  choose(question, options) {
    const chosen = toOptions(question, '').flatMap(({ id }) => (options.includes(id) ? id : []));
    return question.multiple ? chosen : chosen.slice(0, 1);
  },
};
