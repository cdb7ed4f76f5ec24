import type { Asked } from '../asked.ts';
import { baseExtras } from '../baseExtras.ts';
import type { SessionExtras } from '../extras.ts';

/** Finds a question on screen. For a question on another step, returns it with the wording that the committed text answers. */
export const findAsked: SessionExtras['findAsked'] = (question, known, tag) => {
  const shown = baseExtras.findAsked(question, known, tag);
  const before = known.committed[question.id];
  if (shown || before?.kind !== 'text' || before.question.locale !== tag) return shown;
  return { ...question, asked: before.question, segment: before.askedSegment } as Asked;
};
