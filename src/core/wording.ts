/** The words of a question as a respondent sees them: the survey's own, else the locale's. */
import type { AskedQuestion, AskedScale, Segment } from '../schema/index.ts';
import type { Locale, ScaleWording } from '../schema/locale.ts';
import { fill } from './fill.ts';
import type { NormalQuestion, NormalScaleQuestion, NormalTextQuestion } from './normalSurvey.ts';
import { toHash } from './toHash.ts';

/** A question ready to be drawn: what the definition says and the words for it. */
export interface AskedScaleQuestion extends NormalScaleQuestion {
  readonly asked: AskedQuestion;
  readonly scale: AskedScale;
}
export interface AskedTextQuestion extends NormalTextQuestion {
  readonly asked: AskedQuestion;
  /** The segment that the wording was chosen for. */
  readonly segment: Segment | undefined;
}
export type Asked = AskedScaleQuestion | AskedTextQuestion;

const toAsked = (
  { id, type }: NormalQuestion,
  { tag: locale }: Locale,
  title: string,
  lead?: string,
  ...more: string[]
): AskedQuestion => ({
  id,
  type,
  title,
  lead,
  wordingId: toHash([locale, title, lead, ...more].join('|')),
  locale,
});

/** Words a scored question. */
export const toAskedScale = (question: NormalScaleQuestion, locale: Locale, brand?: string): AskedScaleQuestion => {
  const { variant, min, max, polarity, style } = question;
  // A rating has its own words only.
  const words = locale[variant as 'nps'] as ScaleWording | undefined;
  const title = question.title ?? (words && ((!brand && words.titleUs) || words.title)) ?? '';
  const labels = question.labels ?? words?.labels;
  const low = question.low ?? labels?.[0] ?? words?.low ?? '';
  const high = question.high ?? labels?.[max - min] ?? words?.high ?? '';
  const shown = style === 'label' && labels ? { labels: [low, ...labels.slice(1, -1), high] } : {};
  const lead = question.title ? undefined : words?.lead;
  return {
    ...question,
    asked: toAsked(question, locale, fill(title, { brand }), lead, low, high, `${shown.labels}`),
    scale: { min, max, polarity, style: shown.labels ? style : 'number', low, high, ...shown },
  };
};

/** Words a text question for the segment of the score before it. */
export const toAskedText = (
  question: NormalTextQuestion,
  locale: Locale,
  segment?: Segment,
  brand?: string,
): AskedTextQuestion => {
  const { followUp } = locale;
  const title =
    (segment && question.titleBySegment?.[segment]) ??
    question.title ??
    (segment && followUp[segment as 'passive']) ??
    followUp.generic;
  return { ...question, segment, asked: toAsked(question, locale, fill(title, { brand })) };
};
