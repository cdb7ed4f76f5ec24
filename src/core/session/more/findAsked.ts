import type { Asked } from '../asked.ts';
import { baseExtras } from '../baseExtras.ts';
import type { SessionExtras } from '../extras.ts';

/** Finds a question on screen, or else the wording that a committed text on another step answers. */
export const findAsked: SessionExtras['findAsked'] = (question, known, tag) => {
  const shown = baseExtras.findAsked(question, known, tag);
  const before = known.committed[question.id];
  if (shown || before?.kind !== 'text' || before.question.locale !== tag) return shown;
  return { ...question, asked: before.question, segment: before.askedSegment } as Asked;
};
