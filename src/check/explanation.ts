/**
 * Explains invalid values with the table of the fast check. Used by the single-file build where the page does not let it fetch zod. Has the
 * same export as `schema/explanation.ts`, but has shorter messages without suggestions, and does not name the place in an array.
 */
import { type Explained, type SchemaIssue, toExplained, toUnknown, type UnknownSurvey } from '../schema/issue.ts';
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { checkMore } from './checkMore.ts';
import { createCheck } from './createCheck.ts';
import { argumentNodes } from './firstCheck.ts';
import type { Node } from './node.ts';
import { meanings as rulesMeanings } from './rulesTable.ts';
import { contextNode, meanings, other, settingsNode, surveyNode } from './secondTable.ts';
import { meanings as firstMeanings } from './table.ts';

const { isValid, meaningOf } = createCheck([...rulesMeanings, ...meanings, ...firstMeanings], other, checkMore);

type Fields = Record<string, unknown>;

const issueOf = (path: string, node: Node | undefined, value: unknown): SchemaIssue => ({
  path,
  expected: typeof node === 'string' ? node.replaceAll(' ', ' or ') : 'a valid value',
  received: `${JSON.stringify(value)}`.slice(0, 60),
});

/** Lists the fields of an object that are unknown, missing or invalid. */
const issuesOf = (node: Node, value: unknown, path = ''): SchemaIssue[] => {
  if (isValid(node, value)) return [];
  const fields = Object(value) as Fields;
  let shape: Node | undefined = node;
  if (node[0] === 8) shape = (node.slice(1) as Node[]).find(([kind]) => kind === 6);
  if (node[0] === 7) {
    // A survey has the fields of its metric.
    const [, key, byWord, otherwise] = node;
    const word = fields[key];
    shape = word === undefined ? otherwise : Object.entries(byWord).find(([known]) => known === word)?.[1];
    if (!shape) return [issueOf(`${path}.${key}`, Object.keys(byWord).join(' '), word)];
  }
  if (fields !== value || shape?.[0] !== 6) return [issueOf(path, node, value)];
  const [, list, required = 0, here] = shape as Extract<Node, readonly [6, ...unknown[]]>;
  const known = list.split(' ');
  return [...new Set([...known.slice(0, required), ...Object.keys(fields)])].flatMap((key) => {
    const at = path ? `${path}.${key}` : key;
    if (!known.includes(key)) return [issueOf(at, `one of ${known}`, fields[key])];
    const isMissing = fields[key] === undefined && known.indexOf(key) >= required;
    return isMissing ? [] : issuesOf(meaningOf(key, here), fields[key], at);
  });
};

/** Lists the issues of a survey, or the first field that does not fit the others. */
const surveyIssues = (survey: Survey, index: number, all: readonly Survey[]): SchemaIssue[] => {
  const path = `surveys[${index}]`;
  const issues = issuesOf(surveyNode, survey, path);
  if (issues[0]) return issues;
  const isTaken = all.findIndex(({ id }) => id === survey.id) < index;
  const rule = brokenRule(survey)?.rule ?? (isTaken && 'id');
  return rule ? [issueOf(`${path}.${rule === 'where' ? 'trigger.where' : rule}`, undefined, survey)] : [];
};

const argumentsNodes = { ...argumentNodes, setContext: contextNode };

/** Explains why the options of the client, or the argument of a client method, are invalid. */
export const explainWrong = (what: 'options' | 'show' | keyof typeof argumentsNodes, value: unknown): Explained => {
  if (what === 'show') return toUnknown(value as UnknownSurvey);
  if (what !== 'options') return toExplained(what, issuesOf(argumentsNodes[what], value));
  const { surveys = [], ...settings } = value as { surveys?: unknown };
  const list = [surveys].flat() as Survey[];
  return toExplained(what, [...issuesOf(settingsNode, settings), ...list.flatMap(surveyIssues)]);
};
