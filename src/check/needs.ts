/** What a definition needs beyond the first file, read from its parsed fields. */
import { isMetric } from '../schema/instruments.ts';
import type { Survey } from '../schema/survey.ts';
import { meaningOf } from './firstCheck.ts';

export interface Needs {
  /** More of the prompt than number scales with a comment, in a corner or in the page. */
  readonly extras: boolean;
  /** Rules beyond the default ones. */
  readonly rules: boolean;
  /** Fields whose inside only the whole check looks at. */
  readonly wholeCheck: boolean;
}

/** Fields of a parsed definition. Their values may be wrong: only the whole check knows their inside. */
type Fields = Readonly<Record<string, unknown>>;

const SETTINGS_WITH_RULES = ['report', 'history', 'debug'];
const SURVEY_WITH_RULES = ['targeting', 'frequency', 'sampling', 'experiment', 'priority'];
/** The one field of a trigger that needs no rules. */
const PLAIN_TRIGGER = 'event';
const SURVEY_WITH_EXTRAS = [
  'experiment',
  'labels',
  'icons',
  'segments',
  'endings',
  'closeAfter',
  'translations',
  'offset',
];
const PLAIN_PRESENTATIONS: readonly unknown[] = [undefined, 'popover', 'inline'];
const PLAIN_STYLES: readonly unknown[] = [undefined, 'number'];

/** `{brand}` is filled by every prompt; any other placeholder needs the extras. */
const PLACEHOLDER = /\{(?!brand\})/;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const hasAny = (fields: Fields, names: readonly string[]): boolean => names.some((name) => fields[name] !== undefined);
const hasPlaceholder = (value: unknown): boolean =>
  typeof value === 'string' ? PLACEHOLDER.test(value) : isFields(value) && Object.values(value).some(hasPlaceholder);

/** A survey, or one of its questions. */
const isPlain = (fields: Fields): boolean =>
  !hasAny(fields, SURVEY_WITH_EXTRAS) &&
  PLAIN_PRESENTATIONS.includes(fields.presentation) &&
  PLAIN_STYLES.includes(fields.style);

const arePlain = (questions: readonly unknown[]): boolean =>
  questions.every(
    (question, index) =>
      isFields(question) && isPlain(question) && (index ? question.type === 'text' : isMetric(`${question.type}`)),
  );

const needsExtras = (survey: Fields): boolean =>
  !isPlain(survey) || hasPlaceholder(survey) || (Array.isArray(survey.questions) && !arePlain(survey.questions));

const needsRules = ({ trigger, ...survey }: Fields): boolean =>
  hasAny(survey, SURVEY_WITH_RULES) || (isFields(trigger) && Object.keys(trigger).some((key) => key !== PLAIN_TRIGGER));

/** Lists the fields of a value, and those of the parts that the first half of the check looks into. */
const keysOf = (fields: Fields): string[] => [
  ...Object.keys(fields),
  ...[fields.trigger, fields.followUp].filter(isFields).flatMap(Object.keys),
];

/**
 * Whether the first half of the check knows nothing of a key's inside. It knows `variant`, but not which metric has which; of a
 * `locale` it needs to know no more than that it is text.
 */
const isLeftToWholeCheck = (key: string): boolean => key === 'variant' || (key !== 'locale' && meaningOf(key)[0] === 0);

/** Reads the needs of a definition that passed the first half of the check. */
export const toNeeds = (settings: object, surveys: readonly Survey[]): Needs => {
  const all = [settings, ...surveys] as readonly Fields[];
  const [own, ...each] = all as [Fields, ...Fields[]];
  const rules = hasAny(own, SETTINGS_WITH_RULES) || each.some(needsRules);
  return {
    extras: each.some(needsExtras),
    rules,
    wholeCheck:
      rules ||
      !(own.locale === undefined || typeof own.locale === 'string') ||
      all.flatMap(keysOf).some(isLeftToWholeCheck),
  };
};
