/**
 * Explains with the fast check's own table, for the single-file build, which has no second file to fetch zod from.
 * The same export as `schema/explanation.ts`, one issue for each part instead of all.
 */
import { type SchemaIssue, toSentence } from '../schema/issue.ts';
import { nearest } from '../schema/nearest.ts';
import { ruleIssue } from '../schema/ruleIssue.ts';
import type { Survey } from '../schema/survey.ts';
import { contextInsideNode, settingsInsideNode, surveyInsideNode } from './insideTable.ts';
import { isValid, meaningOf } from './isValid.ts';
import type { Node } from './node.ts';
import { respondentNode, subjectNode } from './table.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value && !Array.isArray(value);

const issueOf = (path: string, expected: string, value: unknown, known: readonly string[] = []): SchemaIssue => ({
  path,
  expected,
  received: value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, 60),
  suggestion: typeof value === 'string' ? nearest(value, known) : undefined,
});

/** Says what a node wants. */
const toExpected = (node: Node): string => {
  if (typeof node === 'string') return node.replaceAll(' ', ' or ');
  switch (node[0]) {
    case 1:
      return 'a boolean';
    case 2:
      return `text of ${node[2] ?? 0} to ${node[1]} characters${node[3] ? ` like ${node[3]}` : ''}`;
    case 3:
      return `a${node[3] ? ' whole' : ''} number from ${node[2]} to ${node[1]}`;
    case 4:
      return node.slice(1).join(' or ');
    case 5:
      return `an array of ${node[2]} to ${node[1]}`;
    case 8:
      return node
        .slice(1)
        .map((each) => toExpected(each as Node))
        .join(' or ');
    default:
      return 'an object';
  }
};

/** Finds the first place that is not what its node describes. */
const firstIssue = (node: Node, value: unknown, path: string): SchemaIssue | undefined => {
  if (isValid(node, value)) return undefined;
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const plain = issueOf(path, toExpected(node), value, toExpected(node).split(' or '));
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
    return chosen ? firstIssue(chosen, value, path) : issueOf(at(key), known.join(' or '), word, known);
  }
  if (node[0] !== 6 || !isObject(value)) return plain;
  const [, list, required = 0, here] = node;
  const keys = list.split(' ');
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) return issueOf(at(key), 'a known key', key, keys);
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
  const shape = firstIssue(surveyInsideNode, survey, path);
  if (shape) return shape;
  const broken = ruleIssue(survey);
  if (broken) return issueOf([path, ...broken.path].join('.'), broken.expected, 'something else');
  return all.findIndex(({ id }) => id === survey.id) < index
    ? issueOf(`${path}.id`, 'an id of its own', survey.id)
    : undefined;
};

const NODES = {
  identify: respondentNode,
  setContext: contextInsideNode,
  subject: subjectNode,
  properties: meaningOf('traits'),
};

/** Says what is wrong with the options, or with the argument of a client's method. */
export const explainWrong = (
  what: 'options' | keyof typeof NODES,
  value: unknown,
): { message: string; issues: readonly SchemaIssue[] } => {
  let found: (SchemaIssue | undefined)[];
  if (what === 'options') {
    const { surveys = [], ...settings } = value as { surveys?: unknown };
    const list = Array.isArray(surveys) ? (surveys as Survey[]) : undefined;
    found = [
      firstIssue(settingsInsideNode, settings, ''),
      ...(list ? list.map(surveyIssue) : [issueOf('surveys', 'an array', surveys)]),
    ];
  } else found = [firstIssue(NODES[what] as Node, value, '')];
  const issues = found.filter((issue) => issue !== undefined);
  return { message: `Wrong ${what}. ${issues.map(toSentence).join(' ')}`, issues };
};
