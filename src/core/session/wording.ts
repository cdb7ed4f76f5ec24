/** The words of a question as a respondent sees them: the survey's own, else the locale's. */
import type { AskedQuestion, AskedScale, Segment } from '../../schema/index.ts';
import type { Locale, ScaleWording } from '../../schema/locale.ts';
import { fill } from './fill.ts';
import { EVERYTHING, MORE } from './more.ts';
import type {
  NormalChoiceQuestion,
  NormalConsentQuestion,
  NormalEmailQuestion,
  NormalQuestion,
  NormalScaleQuestion,
  NormalTextQuestion,
  NormalUnscoredQuestion,
} from './normalSurvey.ts';
import { toHash } from '../toHash.ts';

/** A question ready to be drawn: what the definition says and the words for it. */
export interface AskedScaleQuestion extends NormalScaleQuestion {
  readonly asked: AskedQuestion;
  readonly scale: AskedScale;
}
interface AskedAfter {
  readonly asked: AskedQuestion;
  /** The segment that the wording was chosen for. */
  readonly segment: Segment | undefined;
}
export type AskedTextQuestion = NormalTextQuestion & AskedAfter;
export type AskedChoiceQuestion = NormalChoiceQuestion & AskedAfter;
export type AskedEmailQuestion = NormalEmailQuestion & AskedAfter;
export type AskedConsentQuestion = NormalConsentQuestion & AskedAfter;
export type AskedUnscored = AskedTextQuestion | AskedChoiceQuestion | AskedEmailQuestion | AskedConsentQuestion;
export type Asked = AskedScaleQuestion | AskedUnscored;

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
  // A number needs no name; where the survey gives one to each, they are said.
  const named = MORE && (style !== 'number' || question.labels);
  const shown: { labels?: string[] } = named && labels ? { labels: [low, ...labels.slice(1, -1), high] } : {};
  const lead = question.title ? undefined : words?.lead;
  return {
    ...question,
    asked: toAsked(question, locale, fill(title, { brand }), lead, low, high, `${shown.labels}`),
    scale: { min, max, polarity, style, low, high, ...shown },
  };
};

/** Words a question without a score for the segment of the score before it. */
export const toAskedUnscored = (
  question: NormalUnscoredQuestion,
  locale: Locale,
  segment?: Segment,
  brand?: string,
): AskedUnscored => {
  const { followUp, ui } = locale;
  let title: string;
  if (EVERYTHING && question.type !== 'text') title = question.title ?? (ui.email as string);
  else {
    const { titleBySegment, title: own } = question as NormalTextQuestion;
    title =
      (segment && titleBySegment?.[segment]) ?? own ?? (segment && followUp[segment as 'passive']) ?? followUp.generic;
  }
  const more = EVERYTHING && question.type === 'choice' ? question.options.map(({ label }) => label) : [];
  return { ...question, segment, asked: toAsked(question, locale, fill(title, { brand }), undefined, ...more) };
};
