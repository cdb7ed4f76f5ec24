/**
 * Explains with the fast check's own table, for the single-file build, which has no second file to fetch zod from.
 * The same exports as `schema/explanation.ts`, one issue at a time instead of all.
 */

import type { SchemaIssue } from '../schema/issue.ts';
import { toSentence } from '../schema/issue.ts';
import { nearest } from '../schema/nearest.ts';
import { brokenRule } from '../schema/rules.ts';
import type { Survey } from '../schema/survey.ts';
import { isValid, type Node } from './check.ts';
import { contextNode, propertiesNode, respondentNode, settingsNode, subjectNode, surveyNode } from './table.ts';

export { toSentence };

const KINDS = [
  '',
  'a boolean',
  'text',
  'a number',
  'one of',
  'an array',
  'an object',
  'an object',
  'one of its forms',
  'an object',
];

const issueOf = (path: string, expected: string, value: unknown, words: string[] = []): SchemaIssue => ({
  path,
  expected,
  received: value === undefined ? 'nothing' : (JSON.stringify(value) ?? typeof value).slice(0, 60),
  suggestion: typeof value === 'string' ? nearest(value, words) : undefined,
});

/** Finds the first place that is not what its node describes. */
const firstIssue = (node: Node, value: unknown, path: string): SchemaIssue | undefined => {
  if (isValid(node, value)) return undefined;
  const kind = node === 1 ? 1 : node[0];
  const at = (key: string) => (path ? `${path}.${key}` : key);
  if (node !== 1 && node[0] === 4) return issueOf(path, node.slice(1).join(' or '), value, node.slice(1).map(String));
  if (node !== 1 && node[0] === 5 && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const issue = firstIssue(node[1], item, `${path}[${index}]`);
      if (issue) return issue;
    }
  }
  if (node !== 1 && node[0] === 8) {
    const shaped = node.slice(1).find((each) => typeof value === 'object' && Array.isArray(each) && each[0] === 6);
    const words = node
      .slice(1)
      .flatMap((each) => (Array.isArray(each) && each[0] === 4 ? each.slice(1).map(String) : []));
    return shaped
      ? firstIssue(shaped as Node, value, path)
      : issueOf(path, words.join(' or ') || 'one of its forms', value, words);
  }
  if (node === 1 || kind < 6 || typeof value !== 'object' || !value || Array.isArray(value)) {
    return issueOf(
      path,
      `${KINDS[kind]}${node !== 1 && kind === 2 ? ` of ${node[2] ?? 0}–${node[1]} characters ${node[3] ?? ''}` : ''}`,
      value,
    );
  }
  const fields = value as Record<string, unknown>;
  if (node[0] === 7) {
    const [, key, nodes, otherwise] = node;
    const chosen = fields[key] === undefined ? otherwise : nodes[fields[key] as string];
    const words = Object.keys(nodes);
    return chosen ? firstIssue(chosen, value, path) : issueOf(at(key), words.join(' or '), fields[key], words);
  }
  if (node[0] === 9) return issueOf(path, 'flat facts: text, numbers, booleans', value);
  const [, nodes, required = ''] = node as Extract<Node, readonly [6, ...unknown[]]>;
  for (const key of Object.keys(fields)) {
    if (!Object.hasOwn(nodes, key)) return issueOf(at(key), 'a known key', key, Object.keys(nodes));
  }
  for (const [key, inner] of Object.entries(nodes)) {
    if (fields[key] === undefined && !required.split(' ').includes(key)) continue;
    const issue = firstIssue(inner, fields[key], at(key));
    if (issue) return issue;
  }
  return undefined;
};

/** Lists what is wrong with a client's options: one issue for each part. */
export const checkOptions = (value: Record<string, unknown>): SchemaIssue[] => {
  const { surveys = [], ...settings } = value;
  const issues = [firstIssue(settingsNode, settings, '')];
  if (!Array.isArray(surveys)) issues.push(issueOf('surveys', 'an array', surveys));
  else {
    surveys.forEach((survey: Survey, index) => {
      const path = `surveys[${index}]`;
      const issue = firstIssue(surveyNode, survey, path);
      const broken = issue ? undefined : brokenRule(survey);
      issues.push(issue ?? (broken && issueOf([path, ...broken.path].join('.'), broken.expected, 'something else')));
      if (surveys.findIndex((other) => other?.id === survey?.id) < index)
        issues.push(issueOf(`${path}.id`, 'an id of its own', survey.id));
    });
  }
  return issues.filter((issue) => issue !== undefined);
};

const NODES = { identify: respondentNode, setContext: contextNode, subject: subjectNode, properties: propertiesNode };

/** Lists what is wrong with an argument of a client's method. */
export const checkArgument = (what: string, value: unknown): SchemaIssue[] => {
  const issue = firstIssue(NODES[what as keyof typeof NODES], value, '');
  return issue ? [issue] : [];
};
