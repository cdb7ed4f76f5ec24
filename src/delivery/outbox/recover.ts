/** Handles the events of a request that the collector did not take. Few pages need this code, so it is fetched when it is needed. */

import type { Held } from './held.ts';
import type { OutboxOptions } from './outboxOptions.ts';
import type { Pace } from './pace.ts';
import type { ReadReceipt } from './post.ts';
import { type Records, WEEK_MS } from './records.ts';
import { refuse } from './refusal.ts';
import { toVerdict } from './verdict.ts';

/** What the sender knows about its last requests. */
export interface SenderState {
  /** The number of consecutive failures. */
  attempt: number;
  /** The maximum number of events in the next batch. It is reduced after a batch that the collector could not read. */
  most: number;
}

interface Failure {
  readonly receipt: ReadReceipt;
  readonly batch: readonly Held[];
  readonly options: Pick<OutboxOptions, 'now' | 'onUndeliverable'>;
  readonly records: Records;
  readonly pace: Pace;
  readonly state: SenderState;
}

/** Handles the events of the batch that are still held. Returns true when the next batch may be sent soon. */
export type Recover = (failure: Failure) => boolean;

/** Fetches `recover`. Resolves undefined when it cannot be fetched; the events then wait. */
export type FetchRecover = () => Promise<Recover | undefined>;

/** The number of given-up events that stay on the device for debugging. */
const MAX_PARKED = 20;

/** Removes an event that will never be delivered and reports it. Unless it expired, its record is parked on the device if there is space. */
const giveUp = ({ records, options }: Failure, held: Held, code: string) => {
  records.remove(held, code === 'expired' ? undefined : { ...held.record, state: 'parked' });
  for (const { key } of records.select(({ state }) => state === 'parked').slice(0, -MAX_PARKED)) records.discard(key);
  options.onUndeliverable({ id: held.id, code, json: held.record.json });
};

/** Returns the codes of the rejected events by id. A host page's own transport may return anything. */
const toCodes = (rejected: unknown): ReadonlyMap<unknown, string> =>
  new Map(Array.isArray(rejected) ? rejected.map((each) => [each?.id, `${each?.code}`]) : []);

export const recover: Recover = (failure) => {
  const { receipt, batch, options, records, pace, state } = failure;
  const { status } = receipt;
  const codes = toCodes(receipt.rejected);
  const now = options.now();
  const verdict = toVerdict(receipt);
  if (status) pace.change({ status });
  let isProgress = verdict === 'unreadable';
  // Halving the batch finds the unreadable event, or the batch size that the collector accepts.
  if (isProgress) state.most = batch.length >> 1;
  const isFinal = isProgress ? !state.most : verdict === 'refused' && refuse(pace, now);
  for (const held of batch.filter(({ key }) => records.held.has(key))) {
    const rejection = verdict === 'taken' && codes.get(held.id);
    if (rejection) {
      isProgress = true;
      giveUp(failure, held, rejection);
    } else if (isFinal) giveUp(failure, held, `http_${status}`);
    else if (verdict !== 'unreadable' && now - held.record.time > WEEK_MS) giveUp(failure, held, 'expired');
  }
  return isProgress;
};
