import { checkText, codePoints } from './checkAnswer.ts';
import type { QuestionKind } from './questionKind.ts';

/** A comment. Its question may follow the segment of the score before it. */
export const textKind: QuestionKind<'text'> = {
  title({ title, titleBySegment }, { followUp }, segment) {
    const ofSegment = segment && titleBySegment?.[segment];
    const usual = segment && segment !== 'neutral' ? followUp[segment] : undefined;
    return ofSegment ?? title ?? usual ?? followUp.generic;
  },
  words: () => [],
  isAnswered: ({ id }, { texts }) => !!texts[id]?.trim(),
  check: (question, { texts }) => checkText(question, texts[question.id] ?? ''),
  toAnswer(question, { texts }, commit, { segment }) {
    const { id, asked, segment: askedSegment } = question;
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
