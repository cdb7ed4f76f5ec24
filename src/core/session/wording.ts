/** Builds the wording of a question as a respondent sees it. The survey's own wording takes precedence over the wording of the locale. */
import type { AskedQuestion } from '../../schema/index.ts';
import type { Locale, ScaleWording } from '../../schema/locale.ts';
import { toHash } from '../toHash.ts';
import type { AskedAfter, AskedScaleQuestion } from './asked.ts';
import { bare } from './bare.ts';
import { fill } from './fill.ts';
import type { NormalQuestion, NormalScaleQuestion, NormalUnscoredQuestion } from './normalSurvey.ts';
import type { WordingContext } from './questionKind.ts';

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

/** Returns the wording of a scored question from the survey, or else from the locale. */
export const toAskedScale = (question: NormalScaleQuestion, locale: Locale, brand?: string): AskedScaleQuestion => {
  const { variant, min, max, polarity, style } = question;
  // The locale has no wording for a `rating` question.
  const words: Partial<ScaleWording> = bare(locale[variant as 'nps']);
  const title = question.title ?? ((!brand && words.titleUs) || words.title) ?? '';
  const labels = question.labels ?? words.labels;
  const low = question.low ?? labels?.[0] ?? words.low ?? '';
  const high = question.high ?? labels?.[max - min] ?? words.high ?? '';
  // The points of a scale are shown as numbers, unless the survey has a label for each point.
  const named = style !== 'number' || question.labels;
  const shown: { labels?: string[] } = named && labels ? { labels: [low, ...labels.slice(1, -1), high] } : {};
  const lead = question.title ? undefined : words.lead;
  return {
    ...question,
    asked: toAsked(question, locale, fill(title, { brand }), lead, low, high, `${shown.labels}`),
    scale: { min, max, polarity, style, low, high, ...shown },
  };
};

/**
 * Returns the wording of a question without a score, for the segment of the preceding score. `more` contains the wording other than the
 * title.
 */
export const toAskedAfter = <T extends NormalUnscoredQuestion>(
  question: T,
  { locale, brand, segment }: WordingContext,
  title: string,
  more: readonly string[] = [],
): T & AskedAfter => ({
  ...question,
  segment,
  asked: toAsked(question, locale, fill(title, { brand }), undefined, ...more),
});
