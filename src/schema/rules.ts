/**
 * The rules between fields that a schema cannot express. Pages run this file, so it contains neither zod nor messages; the messages are in
 * `ruleIssue.ts`. Each rule has the name of the field that breaks it; `where` is a field of the trigger.
 */
import { MAXIMA } from './instruments.ts';
import type { Question, TextQuestion } from './question.ts';
import type { Survey } from './survey.ts';
import type { Trigger } from './trigger.ts';

export type Rule =
  | 'max'
  | 'labels'
  | 'style'
  | 'icons'
  | 'minLength'
  | 'options'
  | 'segments'
  | 'id'
  | 'placement'
  | 'closeAfter'
  | 'trigger'
  | 'where';

/** The fields that the rules read. They may belong to a question, or to a survey in the short form. */
type Fields = Partial<Extract<Question, { type: 'rating' }>> &
  Partial<Pick<TextQuestion, 'minLength' | 'maxLength' | 'segments'>> & {
    metric?: string;
    variant?: string;
    options?: readonly { id: string }[];
    other?: boolean;
  };

/** Returns the instrument variant of a scored question, or of a survey in the short form. */
export const variantOf = ({ metric, type = metric as 'rating', variant = type as string }: Fields): string =>
  variant === 'ces' ? 'ces2' : variant;

/** The maximum number of points for each scale style. */
export const MOST_POINTS = { number: 11, star: 11, label: 7, emoji: 5, thumb: 2 } as const;

/** The question types without a scale. */
const UNSCORED: readonly unknown[] = ['text', 'choice', 'email', 'consent'] satisfies Question['type'][];

const brokenInScale = (fields: Fields): Rule | undefined => {
  const { min = 1, max, labels, icons, style = 'number' } = fields;
  const variant = variantOf(fields);
  const maxima = MAXIMA[variant as 'nps'] as readonly number[] | undefined;
  const top = max ?? (maxima as readonly [number])[0];
  const points = top - min + 1;
  if (maxima ? !maxima.includes(top) : points < 2 || points > 11) return 'max';
  // A scale in the style `label` needs its own labels when it is a rating or `ces1`. Every other scale has standard labels.
  if (labels ? labels.length !== points : style === 'label' && (!maxima || variant === 'ces1')) return 'labels';
  if (points > MOST_POINTS[style]) return 'style';
  if (!icons || (style === 'star' && icons.length === 1)) return undefined;
  return style === 'number' || style === 'label' || icons.length !== points ? 'icons' : undefined;
};

const brokenIn = (fields: Fields, type: Question['type']): Rule | undefined => {
  if (!UNSCORED.includes(type)) return brokenInScale(fields);
  const { minLength = 0, maxLength = 1000, options = [], other } = fields;
  const ids = [...options.map(({ id }) => id), ...(other ? ['other'] : [])];
  if (new Set(ids).size < ids.length) return 'options';
  return minLength > maxLength ? 'minLength' : undefined;
};

/** The allowed placements of those presentations that do not support every placement. */
const PLACEMENTS: { readonly [presentation: string]: readonly string[] | undefined } = {
  banner: ['top', 'bottom'],
  tab: ['start', 'end'],
  anchored: ['top', 'bottom', 'start', 'end'],
};
const SHORTEST_THANKS_MS = 8000;

/** Returns the rule that the trigger of a survey breaks. A trigger that is a string has no fields and breaks none. */
export const brokenInTrigger = ({ trigger = {} }: Survey): Rule | undefined => {
  const { event, where, scroll, exit, idle, click } = trigger as Exclude<Trigger, string>;
  if ([event, scroll, exit, idle, click].filter(Boolean).length > 1) return 'trigger';
  return where && !event ? 'where' : undefined;
};

const brokenAround = ({ presentation = 'popover', placement, closeAfter = '8s' }: Survey): Rule | undefined => {
  if (placement && PLACEMENTS[presentation]?.includes(placement) === false) return 'placement';
  // One minute is long enough, and so are the longer units.
  const unitMs = { ms: 1, s: 1000 }[closeAfter.replace(/\d+/, '')] ?? SHORTEST_THANKS_MS;
  return Number.parseInt(closeAfter, 10) * unitMs < SHORTEST_THANKS_MS ? 'closeAfter' : undefined;
};

/**
 * Returns the first rule that a survey breaks, and the index of the question that breaks it; -1 for the survey itself. Expects a survey
 * that matches its schema.
 */
export const brokenRule = (survey: Survey): { rule: Rule; index: number } | undefined => {
  // A survey in the short form is treated as its own first question, but without its id.
  const { followUp, questions = [{ ...survey, id: undefined }, followUp || {}] } = survey as {
    followUp?: object;
    questions?: readonly object[];
  };
  const ids: string[] = [];
  let scored = false;
  for (const [index, question] of (questions as readonly Fields[]).entries()) {
    const type = (question.type ?? question.metric ?? 'text') as Question['type'];
    const { id = type === 'text' ? 'comment' : type } = question;
    scored ||= !UNSCORED.includes(type);
    const rule =
      brokenIn(question, type) ?? (question.segments && !scored ? 'segments' : ids.includes(id) ? 'id' : undefined);
    if (rule) return { rule, index };
    ids.push(id);
  }
  const rule = brokenAround(survey) ?? brokenInTrigger(survey);
  return rule && { rule, index: -1 };
};
