/**
 * Explains invalid values with the table of the fast check. Used by the single-file build where the page does not let it fetch zod. Has the
 * same export as `schema/explanation.ts`, but with shorter messages, without suggestions, and without the place in an array.
 */
import { type Explained, type SchemaIssue, toExplained } from '../schema/issue.ts';
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { argumentNodes } from './argumentNodes.ts';
import { checkMore } from './checkMore.ts';
import { createCheck } from './createCheck.ts';
import type { Node } from './node.ts';
import { meanings as rulesMeanings } from './rulesTable.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './secondTable.ts';

const { isValid, meaningOf } = createCheck([...rulesMeanings, ...meanings], checkMore);

type Fields = Record<string, unknown>;

/** Describes in words the value that a table node expects. Leaves out types, bounds and patterns, to save bytes. */
const toExpected = (node: Node): string =>
  typeof node === 'string'
    ? node.replaceAll(' ', ' or ')
    : node[0] === 4
      ? node.slice(1).join(' or ')
      : 'a valid value';

const issueOf = (path: string, expected: string, value: unknown): SchemaIssue => ({
  path,
  expected,
  received: value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, 60),
});

/** Returns the fields that an object may have. A survey has those of its metric. */
const shapeOf = (node: Node, value: object): Node | undefined => {
  if (node[0] === 8) return (node.slice(1) as Node[]).find(([kind]) => kind === 6);
  return node[0] === 7 ? (node[2][`${(value as Fields)[node[1]]}`] ?? node[3]) : node;
};

/** Lists the fields of an object that are unknown, missing or invalid. */
const issuesOf = (node: Node, value: unknown, path = ''): SchemaIssue[] => {
  if (isValid(node, value)) return [];
  const fields = Object(value) as Fields;
  const shape = shapeOf(node, fields);
  if (fields !== value || shape?.[0] !== 6) return [issueOf(path, toExpected(node), value)];
  const [, list, required = 0, here] = shape;
  const known = list.split(' ');
  return [...new Set([...known.slice(0, required), ...Object.keys(fields)])].flatMap((key) => {
    const at = path ? `${path}.${key}` : key;
    const place = known.indexOf(key);
    if (place < 0) return [issueOf(at, `one of ${known}`, key)];
    return place >= required && fields[key] === undefined ? [] : issuesOf(meaningOf(key, here), fields[key], at);
  });
};

const surveyIssues = (survey: Survey, index: number, all: readonly Survey[]): SchemaIssue[] => {
  const path = `surveys[${index}]`;
  const issues = issuesOf(surveyNode, survey, path);
  if (issues[0]) return issues;
  const isTaken = all.findIndex(({ id }) => id === survey.id) < index;
  const rule = brokenRule(survey)?.rule ?? (isTaken && 'id');
  if (!rule) return [];
  const field = rule === 'where' ? 'trigger.where' : rule;
  return [issueOf(`${path}.${field}`, 'a value that fits the others', 'another one')];
};

const NODES = { ...argumentNodes, setContext: contextNode };

/** Explains why the options of the client, or the argument of a client method, are invalid. */
export const explainWrong = (what: 'options' | keyof typeof NODES, value: unknown): Explained => {
  const { surveys = [], ...settings } = Object(value) as { surveys?: unknown };
  const issues =
    what !== 'options'
      ? issuesOf(NODES[what], value)
      : Array.isArray(surveys)
        ? [...issuesOf(settingsNode, settings), ...(surveys as Survey[]).flatMap(surveyIssues)]
        : [issueOf('surveys', 'an array', surveys)];
  return toExplained(what, issues);
};
