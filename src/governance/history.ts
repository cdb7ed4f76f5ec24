/** What other devices know of a respondent: asked of the collector, or of the host. */
import { withTimeout } from '../browser/withTimeout.ts';
import type { FrequencyRecord } from '../core/rules/frequency.ts';
import { toRecords } from '../core/rules/toRecords.ts';
import type { GovernanceEnvironment } from './governance.ts';
import { toAddress } from '../delivery/transport/httpTransport.ts';

/** How long a page waits for it. After that nobody is asked: one ask too few is better than one too many. */
const TIMEOUT_MS = 3000;

export interface History {
  /** Empty until they have come. */
  records(): readonly FrequencyRecord[];
  /** Whether it is here, or nobody asked for it. */
  isKnown(): boolean;
  /** Resolves when it is here, or will not come. */
  settled(): Promise<void>;
}

/** Creates the history of whoever is identified; it is asked for once for each respondent and page. */
export const createHistory = ({
  options,
  settings,
  facts,
  mode,
  fetch,
  now,
  report,
}: GovernanceEnvironment): History => {
  const wanted = options.history;
  let who: string | undefined;
  let records: readonly FrequencyRecord[] = [];
  let known = true;
  let coming: Promise<void> = Promise.resolve();

  const ask = async (id: string): Promise<unknown> => {
    if (typeof wanted === 'function') return wanted(id);
    const response = await fetch(toAddress(settings).replace('ce=batch', 'ce=history'), {
      method: 'POST',
      body: JSON.stringify({ respondent: id, test: mode === 'test' || undefined }),
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.json();
  };

  /** Begins to ask when the respondent is another one than before. */
  const look = () => {
    const { id } = facts.respondent;
    if (!wanted || id === who) return;
    who = id;
    records = [];
    known = !id;
    if (!id) return;
    coming = withTimeout(TIMEOUT_MS, `No history after ${TIMEOUT_MS} ms`, ask(id))
      .then((answer) => {
        if (who !== id) return;
        records = toRecords(answer, now());
        known = true;
      })
      // Also an answer that is none.
      .catch((cause) => {
        report('load_failed', `History: ${cause}`, { cause });
      });
  };

  return {
    records() {
      look();
      return records;
    },
    isKnown() {
      look();
      return known;
    },
    settled() {
      look();
      return coming;
    },
  };
};
