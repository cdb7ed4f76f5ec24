/** What a run says, for people and for machines. */
import type { CaseResult } from './runConformance.ts';

const WORDS = { passed: 'passed', failed: 'FAILED', skipped: 'skipped' } as const;

/** A `should` that is not kept is no failure of the run. */
const wordOf = ({ status, requirement }: CaseResult) =>
  status === 'failed' && requirement === 'should' ? 'should' : WORDS[status];

/** One case: a line, and below it what was expected and what came. */
export const toLine = (result: CaseResult): string => {
  const { id, title, expected, came, reason } = result;
  const more = [
    ...(expected === undefined ? [] : [`expected  ${expected}`]),
    ...(came === undefined ? [] : [`came      ${came}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return [
    `${wordOf(result).padEnd(9)}${id.padEnd(29)}${title}`,
    ...more.map((line) => `${' '.repeat(11)}${line}`),
  ].join('\n');
};

export interface Summary {
  /** Whether every `must` is kept. */
  readonly conforms: boolean;
  readonly passed: number;
  /** Cases with `must` that failed. */
  readonly failed: number;
  /** Cases with `should` that failed. */
  readonly advised: number;
  readonly skipped: number;
}

export const toSummary = (results: readonly CaseResult[]): Summary => {
  const count = (isCounted: (result: CaseResult) => boolean) => results.filter(isCounted).length;
  const failed = count(({ status, requirement }) => status === 'failed' && requirement === 'must');
  return {
    conforms: failed === 0,
    passed: count(({ status }) => status === 'passed'),
    failed,
    advised: count(({ status, requirement }) => status === 'failed' && requirement === 'should'),
    skipped: count(({ status }) => status === 'skipped'),
  };
};

/** What most likely explains that nearly everything failed. */
const toHint = (results: readonly CaseResult[]): string | undefined => {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length * 2 < results.length) return undefined;
  const hints: [RegExp, string][] = [
    [/^401\b/, 'It answers 401: --key gives it a publishable key that it knows.'],
    [/^403\b/, 'It answers 403: --origin names a page that may post.'],
    [/^404\b/, 'It answers 404: is the path of the URL right?'],
    [/^3\d\d\b/, 'It redirects: run against the address that it redirects to.'],
    [/^429\b/, 'It limits the rate: a run posts some two hundred requests.'],
  ];
  return hints.find(([sign]) => failed.filter(({ came }) => sign.test(came ?? '')).length * 2 > failed.length)?.[1];
};

/** The last lines for people. */
export const toEnding = (results: readonly CaseResult[], ms: number): string => {
  const { conforms, passed, failed, advised, skipped } = toSummary(results);
  const counts = [`${passed} of ${results.length} passed`, `${failed} failed`];
  if (advised > 0) counts.push(`${advised} only advised`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  const verdict = conforms ? 'It keeps the collector contract.' : 'It does not keep the collector contract.';
  const hint = toHint(results);
  return `\n${counts.join(', ')} (${(ms / 1000).toFixed(1)} s)\n${verdict}${hint ? ` ${hint}` : ''}`;
};
