/** Words for the integrator about a collector that does not take events. */

import type { Report, ScoreletOptions } from '../api/options.ts';
import type { ReadReceipt } from './outbox/post.ts';
import { isTaken } from './outbox/receipt.ts';
import { type Recover, recover } from './outbox/recover.ts';

/** The statuses with which a collector in good order asks a client to come back later. */
const ORDERLY = [408, 425, 429, 503];

const STATUS = '#what-a-client-does-with-a-status';

/** The section of the collector contract and the advice for a status. */
const toCause = (status: number): readonly [section: string, advice: string] => {
  switch (status) {
    case 0:
      return [
        '',
        `no response that this page may read, although the server can be reached. Send Access-Control-Allow-Origin: ${location.origin} with every response, errors too, and do not redirect.`,
      ];
    case 200:
      return [
        '#acknowledgement',
        'it did not say which events it has stored. Respond with 202 or 204, or with {"v":1,"accepted":[<the ids>],"rejected":[]}.',
      ];
    case 400:
    case 413:
    case 422:
      return ['', 'it cannot read a batch of events: a JSON array of CloudEvents, at most 64 KiB.'];
    case 401:
    case 403:
      return [STATUS, `it refuses access. Check the option "key", and that pages of ${location.origin} may post.`];
    case 404:
    case 410:
      return [STATUS, 'there is no collector at this address. Check the option "collector".'];
    case 405:
      return ['', 'it must accept POST.'];
    case 415:
      return ['', 'it must accept the content type text/plain, or set the option "wire" to "cloudevents".'];
    default:
      return [STATUS, 'expected 202 or 204.'];
  }
};

/** Returns true when a server responds at this address, even if the page may not read the response. */
const isReachable = async (address: string, fetch: typeof globalThis.fetch): Promise<boolean> => {
  try {
    await fetch(address, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
};

/** Says what a collector answered, what was expected, and where the contract says so. Status 0 is a response that the page may not read. */
export const toAdvice = (status: number, address: string): string => {
  const [section, advice] = toCause(status);
  const [where] = address.split('?');
  const answered = status ? `status ${status}, ` : '';
  return `Collector ${where}: ${answered}${advice} The answers are kept. See scorelet/src/collector/README.md${section}`;
};

export interface AdviceOptions {
  /** The absolute URL of the collector. */
  readonly address: string;
  readonly options: Pick<ScoreletOptions, 'onError' | 'transport'>;
  readonly report: Report;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Reports why a collector did not take events, once for each cause. A broken network and an orderly "later" are no mistakes of the
 * integrator: only `onError` hears of them.
 */
export const advise = async (
  receipt: ReadReceipt,
  { address, options, report, fetch }: AdviceOptions,
): Promise<undefined> => {
  const { status } = receipt;
  if (isTaken(receipt)) return;
  const { onError, transport } = options;
  if (transport) return report('delivery_failed', `The transport resolved the status ${status}. Expected 202 or 204.`);
  const isMistake = status ? !ORDERLY.includes(status) : await isReachable(address, fetch);
  if (isMistake) return report('delivery_failed', toAdvice(status, address));
  if (onError)
    return report('delivery_failed', `Collector ${address}: ${status ? `status ${status}` : 'no response'}.`);
};

/** Creates the function that handles what the collector did not take, and tells the integrator why. */
export const createRecovery =
  (options: AdviceOptions): Recover =>
  (failure) => {
    void advise(failure.receipt, options);
    return recover(failure);
  };
