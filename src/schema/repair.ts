/** Mistakes that only change the look of a prompt must not keep a survey from being shown. */
import type { SchemaIssue } from './issue.ts';
import { checkOptions, checkSurvey } from './parse.ts';
import { brokenRule } from './rules.ts';
import type { Survey } from './survey.ts';

/** The fields that only change the look of a prompt. For a mistake in one of them, the default applies. */
const COSMETIC: readonly string[] = [
  'theme',
  'colorScheme',
  'locale',
  'presentation',
  'placement',
  'offset',
  'style',
  'icons',
  'closeAfter',
];

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && !!value;

/** The presentations that have sides instead of corners. */
const AT_SIDES: readonly unknown[] = ['tab', 'anchored'];

/**
 * Replaces `left` and `right` in the placement of a survey by the side that they are on this page. A popover has corners: `left` is
 * `bottom-left`. Returns true when it replaced one.
 */
export const placeLogically = (survey: unknown, rtl: boolean): boolean => {
  if (!isFields(survey) || typeof survey.placement !== 'string') return false;
  const [left, right] = rtl ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const side = { left, right, 'bottom-left': left, 'bottom-right': right, 'top-left': left, 'top-right': right };
  const meant = Object.hasOwn(side, survey.placement) && side[survey.placement as keyof typeof side];
  if (!meant) return false;
  const edge = survey.placement.startsWith('top') ? 'top' : 'bottom';
  survey.placement = AT_SIDES.includes(survey.presentation) ? meant : `${edge}-${meant}`;
  return true;
};

/** Removes the cosmetic fields in which there are issues. The first part of each path is a field. */
const removeCosmetic = (fields: Fields, issues: readonly SchemaIssue[]): void => {
  for (const { path } of issues) {
    const [field = ''] = path.split(/[.[]/);
    if (COSMETIC.includes(field)) delete fields[field];
  }
};

/** Removes the cosmetic fields that are wrong in a question of the long form. */
const repairQuestions = (survey: Fields, issues: readonly SchemaIssue[]): void => {
  if (!Array.isArray(survey.questions)) return;
  for (const [index, question] of survey.questions.entries()) {
    const start = `questions[${index}].`;
    const own = issues.filter(({ path }) => path.startsWith(start));
    if (isFields(question))
      removeCosmetic(
        question,
        own.map((issue) => ({ ...issue, path: issue.path.slice(start.length) })),
      );
  }
};

/** Removes the cosmetic fields of a valid survey that do not fit the others. */
const repairRules = (survey: Survey): void => {
  for (let broken = brokenRule(survey); broken; broken = brokenRule(survey)) {
    const { rule, index } = broken;
    const fields = (index >= 0 && 'questions' in survey ? survey.questions[index] : survey) as unknown as Fields;
    if (!COSMETIC.includes(rule) || fields[rule] === undefined) return;
    delete fields[rule];
  }
};

/**
 * Removes mistakes that only change the look, in place, and returns the surveys that are still invalid: all of them when the settings are.
 */
export const repair = (settings: object, surveys: readonly Survey[]): Survey[] => {
  removeCosmetic(settings as Fields, checkOptions(settings));
  if (checkOptions(settings)[0]) return [...surveys];
  return surveys.filter((survey) => {
    const issues = checkSurvey(survey);
    removeCosmetic(survey as Fields, issues);
    repairQuestions(survey as Fields, issues);
    repairRules(survey);
    return checkSurvey(survey)[0];
  });
};
