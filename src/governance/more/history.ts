/**
 * An identified respondent's history on other devices, from the collector or the host page. It contains the times and outcomes of displays,
 * but no frequency caps: the survey definition sets how long a cap lasts.
 */
import type { Mode } from '../../api/mode.ts';
import type { ScoreletOptions } from '../../api/options.ts';
import { toJson } from '../../browser/toJson.ts';
import { withTimeout } from '../../browser/withTimeout.ts';
import type { FrequencySummary } from '../../core/rules/frequencySummary.ts';
import { toSummaries } from '../../core/rules/toSummaries.ts';
import { toAddress } from '../../delivery/transport/httpTransport.ts';
import type { GovernanceEnvironment } from '../governanceEnvironment.ts';

/** The timeout of a history request. After it, no survey is shown on the page, because asking too often is worse than not asking. */
const TIMEOUT_MS = 3000;

export interface History {
  /** Returns a summary for each survey; undefined while a requested history has not arrived. */
  summaries(): readonly FrequencySummary[] | undefined;
  /** Resolves when the history has arrived, or when it will not arrive any more. */
  settled(): Promise<void>;
}

/** Requests the history from the collector. Uses a POST without credentials, so that respondent ids do not appear in logs. */
const fetchHistory = async (send: typeof fetch, settings: ScoreletOptions, mode: Mode, respondent: string) => {
  const response = await send(toAddress(settings).replace('ce=batch', 'ce=history'), {
    method: 'POST',
    body: toJson({ respondent, test: mode === 'test' || undefined }),
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

/** Creates the history of the current respondent. The history is requested at the first access, once for each respondent and page. */
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
  /** The received history, and when it was summarized. */
  let received: { readonly answer: unknown; readonly at: number } | undefined;
  let coming: Promise<void> | undefined;

  const read = (answer: unknown) => {
    received = { answer, at: now() };
    summaries = toSummaries(answer, received.at);
  };

  const receive = async (id: string): Promise<void> => {
    try {
      const asked = typeof wanted === 'function' ? wanted(id) : fetchHistory(fetch, settings, mode, id);
      const answer = await withTimeout(TIMEOUT_MS, `No history after ${TIMEOUT_MS} ms`, asked);
      // The host page may have identified another respondent meanwhile.
      if (respondent === id) read(answer);
    } catch (cause) {
      report('load_failed', `History: ${cause}`, { cause });
    }
  };

  /** Requests the history again when the respondent has changed. */
  const look = () => {
    const { id } = state.respondent;
    if (!wanted || id === respondent) return;
    respondent = id;
    received = undefined;
    summaries = id === undefined ? [] : undefined;
    if (id !== undefined) coming = receive(id);
  };

  return {
    summaries() {
      look();
      // The device's clock was set back: facts that were in the past are in the future now.
      if (received && now() < received.at) read(received.answer);
      return summaries;
    },
    async settled() {
      look();
      await coming;
    },
  };
};
