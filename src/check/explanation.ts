/**
 * Explains invalid values with the table of the fast check. Used by the single-file build where the page does not let it fetch zod. Has the
 * same export as `schema/explanation.ts`, but names only top-level fields, and suggests nothing.
 */
import { type Explained, type SchemaIssue, toExplained } from '../schema/issue.ts';
import { argumentNodes } from './argumentNodes.ts';
import { checkMore } from './checkMore.ts';
import { createCheck } from './createCheck.ts';
import type { Node } from './node.ts';
import { meanings as rulesMeanings } from './rulesTable.ts';
import { contextNode, meanings, settingsNode, surveyNode } from './secondTable.ts';

const { isValid, meaningOf } = createCheck([...rulesMeanings, ...meanings], checkMore);

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
  if (node[0] === 7) {
    // A survey has the fields of its metric.
    const [, key, byWord, otherwise] = node;
    const word = fields[key];
    const isKnown = typeof word === 'string' && Object.hasOwn(byWord, word);
    shape = word === undefined ? otherwise : isKnown ? byWord[word] : undefined;
    if (!shape) return [issueOf(path + key, Object.keys(byWord).join(' '), word)];
  }
  if (shape?.[0] !== 6) return [issueOf(path, undefined, value)];
  const [, list, required = 0, here] = shape as Extract<Node, readonly [6, ...unknown[]]>;
  const known = list.split(' ');
  return [...new Set([...known.slice(0, required), ...Object.keys(fields)])].flatMap((key) => {
    const meaning = known.includes(key) ? meaningOf(key, here) : `one of ${known}`;
    const isRight = isValid(meaning, fields[key]) || (fields[key] === undefined && known.indexOf(key) >= required);
    return isRight ? [] : [issueOf(path + key, meaning, fields[key])];
  });
};

const argumentsNodes = { ...argumentNodes, setContext: contextNode };

/** Explains why the options of the client, or the argument of a client method, are invalid. */
export const explainWrong = (what: 'options' | keyof typeof argumentsNodes, value: unknown): Explained => {
  if (what !== 'options') return toExplained(what, issuesOf(argumentsNodes[what], value));
  const { surveys = [], ...settings } = value as { surveys?: unknown };
  const issues = [
    ...issuesOf(settingsNode, settings),
    ...[surveys].flat().flatMap((survey, index) => issuesOf(surveyNode, survey, `surveys[${index}].`)),
  ];
  // Fields that do not fit each other are not looked for.
  return toExplained(what, issues[0] ? issues : [issueOf('surveys', undefined, surveys)]);
};
