import { checkEvent, type ScoreletEvent } from '../schema/index.ts';
import type { ReceivedEvent } from './store.ts';

export interface Rejection {
  readonly id: string;
  /** The code of the rejection: `invalid_event` or `too_large`. */
  readonly code: string;
  /** The reason for the rejection, in a sentence for developers. */
  readonly detail: string;
}

export interface Batch {
  readonly events: readonly ReceivedEvent[];
  readonly rejected: readonly Rejection[];
}

interface BatchFacts {
  receivedAt: number;
  /** When the sender sent the batch, in milliseconds since 1970 by the sender's clock. Comes from the query parameter `t`. */
  sentAt: number | undefined;
  key: string | undefined;
  maxEventBytes: number;
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** Serializes an item of a batch. Returns `undefined` when the item is nested too deeply for `JSON.stringify`. */
const toJson = (item: unknown): string | undefined => {
  try {
    return JSON.stringify(item);
  } catch {
    return undefined;
  }
};

/** Splits the items of a batch into accepted events and rejections. An event that occurs twice in one batch counts once. */
export const readBatch = (items: readonly unknown[], facts: BatchFacts): Batch => {
  const events = new Map<string, ReceivedEvent>();
  const rejected: Rejection[] = [];
  for (const item of items) {
    const { id: given } = item as { id?: unknown };
    const id = typeof given === 'string' ? given : '';
    const json = toJson(item);
    if (json === undefined) {
      rejected.push({ id, code: 'invalid_event', detail: 'The event is nested too deeply.' });
      continue;
    }
    const size = bytes(json);
    if (size > facts.maxEventBytes) {
      rejected.push({
        id,
        code: 'too_large',
        detail: `Expected at most ${facts.maxEventBytes} bytes, received ${size} bytes.`,
      });
      continue;
    }
    const [issue] = checkEvent(item);
    if (issue) {
      rejected.push({
        id,
        code: 'invalid_event',
        detail: `${issue.path}: expected ${issue.expected}, received ${issue.received}`,
      });
      continue;
    }
    const event = item as ScoreletEvent;
    const { receivedAt, sentAt, key } = facts;
    const occurredAt = sentAt === undefined ? receivedAt : receivedAt - (sentAt - Date.parse(event.time));
    const name = JSON.stringify([event.source, event.id]);
    if (!events.has(name)) events.set(name, { event, json, receivedAt, occurredAt, key });
  }
  return { events: [...events.values()], rejected };
};
