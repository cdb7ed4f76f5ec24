import type { SessionExtras } from './extras.ts';
import type { NormalUnscoredQuestion } from './normalSurvey.ts';
import type { QuestionKind } from './questionKind.ts';
import { textKind } from './textKind.ts';

/** Returns the kind of a question. Throws where the extras that know it were not fetched. */
export const kindOf = ({ type }: NormalUnscoredQuestion, extras: SessionExtras | undefined): QuestionKind => {
  const kind = type === 'text' ? textKind : extras?.kinds[type];
  if (!kind) throw new Error(`Questions of type "${type}" need the session extras`);
  // A kind is only ever given questions of its own type.
  return kind as QuestionKind;
};
