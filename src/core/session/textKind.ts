import { checkText, codePoints } from './checkAnswer.ts';
import type { QuestionKind } from './questionKind.ts';
import { toAskedAfter } from './wording.ts';

/** Implements comment questions. Their wording may depend on the segment of the preceding score. */
export const textKind: QuestionKind<'text'> = {
  ask(question, context) {
    const { title, titleBySegment } = question;
    const { segment } = context;
    const { followUp } = context.locale;
    const ofSegment = segment && titleBySegment?.[segment];
    const usual = segment && segment !== 'neutral' ? followUp[segment] : undefined;
    return toAskedAfter(question, context, ofSegment ?? title ?? usual ?? followUp.generic);
  },
  isAnswered: ({ id }, { texts }) => !!texts[id]?.trim(),
  check: (question, { texts }) => checkText(question, texts[question.id] ?? ''),
  toAnswer({ id, asked, segment: askedSegment }, { texts }, commit, { segment }) {
    const text = (texts[id] ?? '').trim();
    return {
      kind: 'text',
      question: asked,
      text,
      textLength: codePoints(text),
      language: asked.locale,
      askedSegment,
      segmentChanged: askedSegment && askedSegment !== segment,
      commit,
    };
  },
};
