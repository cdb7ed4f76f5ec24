/** The report of a conformance run: lines for developers, and the summary that `--json` prints. */
import type { CaseResult } from './runConformance.ts';

const WORDS = { passed: 'passed', failed: 'FAILED', skipped: 'skipped' } as const;

/** Returns the printed label of a result. A failed `should` case is printed as `should`, because it does not fail the run. */
const wordOf = ({ status, requirement }: CaseResult) =>
  status === 'failed' && requirement === 'should' ? 'should' : WORDS[status];

/** Formats one case as a line. For a failed case, the expected and the received response follow. */
export const toLine = (result: CaseResult): string => {
  const { id, title, expected, came, reason } = result;
  const more = [
    ...(expected === undefined ? [] : [`expected  ${expected}`]),
    ...(came === undefined ? [] : [`received  ${came}`]),
    ...(reason === undefined ? [] : [reason]),
  ];
  return [
    `${wordOf(result).padEnd(9)}${id.padEnd(29)}${title}`,
    ...more.map((line) => `${' '.repeat(11)}${line}`),
  ].join('\n');
};

export interface Summary {
  /** True when every `must` case passed or was skipped. */
  readonly conforms: boolean;
  readonly passed: number;
  /** The number of failed `must` cases. */
  readonly failed: number;
  /** The number of failed `should` cases. */
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

/** Returns the most likely cause of the failures when at least half of the cases failed with the same status. */
const toHint = (results: readonly CaseResult[]): string | undefined => {
  const failed = results.filter(({ status }) => status === 'failed');
  if (failed.length * 2 < results.length) return undefined;
  const hints: [RegExp, string][] = [
    [/^401\b/, 'The collector responds with 401: pass a valid publishable key with --key.'],
    [/^403\b/, 'The collector responds with 403: pass an allowed origin with --origin.'],
    [/^404\b/, 'The collector responds with 404: is the path of the URL correct?'],
    [/^3\d\d\b/, 'The collector redirects: pass the URL that it redirects to.'],
    [/^429\b/, 'The collector limits the rate: allow about 200 requests for a run.'],
  ];
  return hints.find(([sign]) => failed.filter(({ came }) => sign.test(came ?? '')).length * 2 > failed.length)?.[1];
};

/** Formats the last lines of the report: counts, verdict and hint. */
export const toEnding = (results: readonly CaseResult[], ms: number): string => {
  const { conforms, passed, failed, advised, skipped } = toSummary(results);
  const counts = [`${passed} of ${results.length} passed`, `${failed} failed`];
  if (advised > 0) counts.push(`${advised} recommended ${advised === 1 ? 'case' : 'cases'} failed`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  const verdict = conforms
    ? 'The collector conforms to the contract.'
    : 'The collector does not conform to the contract.';
  const hint = toHint(results);
  return `\n${counts.join(', ')} (${(ms / 1000).toFixed(1)} s)\n${verdict}${hint ? ` ${hint}` : ''}`;
};
