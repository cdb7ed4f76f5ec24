/**
 * Explains invalid values with the table of the fast check. Used by the single-file build where the page does not let it fetch zod. Has the
 * same export as `schema/explanation.ts`, but reports only the first issue of each part, with shorter messages and without suggestions.
 */
import { type SchemaIssue, toSentence } from '../schema/issue.ts';
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { argumentNodes } from './argumentNodes.ts';
import { checkMore } from './checkMore.ts';
import { createCheck } from './createCheck.ts';
import type { Node } from './node.ts';
import { meanings as rulesMeanings } from './rulesTable.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './secondTable.ts';

const { isValid, meaningOf } = createCheck([...rulesMeanings, ...meanings], checkMore);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

const issueOf = (path: string, expected: string, value: unknown): SchemaIssue => ({
  path,
  expected,
  received: value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, 60),
  suggestion: undefined,
});

/** Describes in words the value that a table node expects. Leaves out types, bounds and patterns, to save bytes. */
const toExpected = (node: Node): string => {
  if (typeof node === 'string') return node.replaceAll(' ', ' or ');
  return node[0] === 4 ? node.slice(1).join(' or ') : 'a valid value';
};

/** Returns the first issue of a value, or `undefined` when the value matches the table node. */
const firstIssue = (node: Node, value: unknown, path: string): SchemaIssue | undefined => {
  if (isValid(node, value)) return undefined;
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const plain = issueOf(path, toExpected(node), value);
  if (typeof node === 'string') return plain;
  if (node[0] === 5 && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const issue = firstIssue(node[3], item, `${path}[${index}]`);
      if (issue) return issue;
    }
  }
  if (node[0] === 8 && isObject(value)) {
    const shape = (node.slice(1) as Node[]).find((each) => typeof each === 'object' && each[0] === 6);
    if (shape) return firstIssue(shape, value, path);
  }
  if (node[0] === 7 && isObject(value)) {
    const [, key, byWord, otherwise] = node;
    const known = Object.keys(byWord);
    const word = value[key];
    const chosen = word === undefined ? otherwise : known.includes(word as string) ? byWord[word as string] : undefined;
    return chosen ? firstIssue(chosen, value, path) : issueOf(at(key), known.join(' or '), word);
  }
  if (node[0] !== 6 || !isObject(value)) return plain;
  const [, list, required = 0, here] = node;
  const keys = list.split(' ');
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) return issueOf(at(key), `one of ${keys}`, key);
  }
  for (const [index, key] of keys.entries()) {
    if (value[key] === undefined && index >= required) continue;
    const issue = firstIssue(meaningOf(key, here), value[key], at(key));
    if (issue) return issue;
  }
  return undefined;
};

const surveyIssue = (survey: Survey, index: number, all: readonly Survey[]): SchemaIssue | undefined => {
  const path = `surveys[${index}]`;
  const shape = firstIssue(surveyNode, survey, path);
  if (shape) return shape;
  const broken = brokenRule(survey);
  if (broken) {
    const { index, rule } = broken;
    const place = index < 0 ? '' : 'questions' in survey ? `.questions[${index}]` : index ? '.followUp' : '';
    const field = rule === 'where' ? 'trigger.where' : rule;
    return issueOf(`${path}${place}.${field}`, 'a value that fits', 'another');
  }
  const isTaken = all.findIndex(({ id }) => id === survey.id) < index;
  return isTaken ? issueOf(`${path}.id`, 'a unique id', survey.id) : undefined;
};

const NODES = { ...argumentNodes, setContext: contextNode };

/** Explains why the options of the client, or the argument of a client method, are invalid. */
export const explainWrong = (
  what: 'options' | keyof typeof NODES,
  value: unknown,
): { message: string; issues: readonly SchemaIssue[] } => {
  let found: (SchemaIssue | undefined)[];
  if (what === 'options') {
    const { surveys = [], ...settings } = value as { surveys?: unknown };
    const list = Array.isArray(surveys) ? (surveys as Survey[]) : undefined;
    found = [
      firstIssue(settingsNode, settings, ''),
      ...(list ? list.map(surveyIssue) : [issueOf('surveys', 'an array', surveys)]),
    ];
  } else found = [firstIssue(NODES[what] as Node, value, '')];
  const issues = found.filter((issue) => issue !== undefined);
  return { message: `Invalid ${what}. ${issues.map(toSentence).join(' ')}`, issues };
};
