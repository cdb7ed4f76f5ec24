import type { Asked } from './asked.ts';
import type { Known, SessionExtras } from './extras.ts';
import { leadOf } from './leadOf.ts';
import { isScored, type NormalQuestion } from './normalSurvey.ts';
import { kindOf, type WordingContext } from './questionKind.ts';
import { segmentOf } from './segmentOf.ts';

/** Builds the wording of the questions on one step. A follow-up question is included once there is a score. */
export const ask = (
  step: readonly NormalQuestion[],
  known: Known,
  context: Omit<WordingContext, 'segment'>,
  { kinds, findAsked, pipe }: SessionExtras,
): Asked[] =>
  step.flatMap((question) => {
    const { id } = question;
    const { scores, texts } = known.state;
    // While the respondent writes a text, its question keeps the wording that the text answers.
    const asked = isScored(question) || texts[id] ? findAsked(question, known, context.locale.tag) : undefined;
    if (asked) return asked;
    const lead = leadOf(step, id);
    if (lead && lead !== question && scores[lead.id] === undefined) return [];
    return pipe(kindOf(question, kinds).ask(question, { ...context, segment: segmentOf(lead, scores) }), known);
  });
