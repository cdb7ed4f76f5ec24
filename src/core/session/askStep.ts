import type { Answer } from '../../schema/index.ts';
import type { Locale } from '../../schema/locale.ts';
import type { Asked } from './asked.ts';
import type { SessionExtras } from './extras.ts';
import { kindOf } from './kindOf.ts';
import { isScored, type NormalQuestion } from './normalSurvey.ts';
import { segmentOf } from './segmentOf.ts';
import type { SessionState } from './sessionState.ts';
import { leadOf } from './steps.ts';
import { toAskedScale, toAskedUnscored } from './wording.ts';

export interface AskStepOptions {
  readonly state: SessionState;
  readonly committed: Readonly<Record<string, Answer>>;
  readonly locale: Locale;
  readonly brand: string | undefined;
  readonly extras: SessionExtras | undefined;
  /** Fills the placeholders of a title. */
  readonly pipe: (title: string) => string;
}

/** Words the questions of a step that are asked now. Follow-ups join when there is a score. */
export const askStep = (step: readonly NormalQuestion[], options: AskStepOptions): Asked[] => {
  const { state, committed, locale, brand, extras, pipe } = options;
  const { scores, texts } = state;
  const piped = <T extends Asked>(question: T): T => ({
    ...question,
    asked: { ...question.asked, title: pipe(question.asked.title) },
  });
  return step.flatMap((question): Asked[] => {
    const { id } = question;
    const shown = state.questions.find((each) => each.id === id && each.asked.locale === locale.tag);
    if (isScored(question)) return [shown ?? piped(toAskedScale(question, locale, brand))];
    const lead = leadOf(step, id);
    const segment = segmentOf(lead, scores);
    if (question.segments && !question.segments.some((each) => each === segment)) return [];
    // Once somebody writes, the question they answer stays the question they were asked.
    if (shown && texts[id]) return [shown];
    const before = texts[id] ? committed[id] : undefined;
    if (before?.kind === 'text' && before.question.locale === locale.tag) {
      return [{ ...question, asked: before.question, segment: before.askedSegment } as Asked];
    }
    if (lead && scores[lead.id] === undefined) return [];
    return [piped(toAskedUnscored(question, locale, segment, brand, kindOf(question, extras)))];
  });
};
