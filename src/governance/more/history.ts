/**
 * What other devices know of an identified respondent: asked of the collector, or of the host. The answer has times and outcomes, not
 * clocks: how long a clock runs belongs to the definition.
 */
import type { Mode } from '../../api/mode.ts';
import type { ScoreletOptions } from '../../api/options.ts';
import { withTimeout } from '../../browser/withTimeout.ts';
import type { FrequencySummary } from '../../core/rules/frequencySummary.ts';
import { toSummaries } from '../../core/rules/toSummaries.ts';
import { toAddress } from '../../delivery/transport/httpTransport.ts';
import type { GovernanceEnvironment } from '../environment.ts';

/** After this time without an answer, the gate stays closed on the page: not to ask is better than to ask too often. */
const TIMEOUT_MS = 3000;

export interface History {
  /** Returns a summary for each survey; undefined while the history is wanted and not here. */
  summaries(): readonly FrequencySummary[] | undefined;
  /** Resolves when the history is here, or will not come. */
  settled(): Promise<void>;
}

/** Asks the collector: a POST without credentials, so that ids stay out of logs. */
const fetchHistory = async (send: typeof fetch, settings: ScoreletOptions, mode: Mode, respondent: string) => {
  const response = await send(toAddress(settings).replace('ce=batch', 'ce=history'), {
    method: 'POST',
    body: JSON.stringify({ respondent, test: mode === 'test' || undefined }),
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

/** Creates the history of the respondent. It is asked for once for each respondent and page, when somebody first looks. */
export const createHistory = ({
  options,
  settings,
  state,
  mode,
  fetch,
  now,
  report,
}: GovernanceEnvironment): History => {
  const wanted = options.history;
  let respondent: string | undefined;
  let summaries: readonly FrequencySummary[] | undefined = [];
  let coming: Promise<void> | undefined;

  const receive = async (id: string): Promise<void> => {
    try {
      const asked = typeof wanted === 'function' ? wanted(id) : fetchHistory(fetch, settings, mode, id);
      const answer = await withTimeout(TIMEOUT_MS, `No history after ${TIMEOUT_MS} ms`, asked);
      // Meanwhile it may be another respondent.
      if (respondent === id) summaries = toSummaries(answer, now());
    } catch (cause) {
      report('load_failed', `History: ${cause}`, { cause });
    }
  };

  /** Asks when the respondent is not the one that was asked about. */
  const look = () => {
    const { id } = state.respondent;
    if (!wanted || id === respondent) return;
    respondent = id;
    summaries = id === undefined ? [] : undefined;
    if (id !== undefined) coming = receive(id);
  };

  return {
    summaries() {
      look();
      return summaries;
    },
    async settled() {
      look();
      await coming;
    },
  };
};
