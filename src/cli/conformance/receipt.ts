/** Reads responses as the SDK does and formats them for messages. */
import { Mismatch } from './conformanceCase.ts';
import type { Answer } from './send.ts';

interface Rejection {
  readonly id: string;
  readonly code: string;
}

export type Receipt =
  | { readonly kind: 'whole' }
  | { readonly kind: 'list'; readonly accepted: readonly string[]; readonly rejected: readonly Rejection[] }
  | { readonly kind: 'none' };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');
const isRejections = (value: unknown): value is Rejection[] =>
  Array.isArray(value) &&
  value.every((line) => isObject(line) && typeof line.id === 'string' && typeof line.code === 'string');

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads the receipt of a response. 202, 204 and 409 acknowledge the whole batch. 200 acknowledges only the events in its list,
 * because captive portals respond with 200 to every request.
 */
export const readReceipt = ({ status, text }: Answer): Receipt => {
  if ([202, 204, 409].includes(status)) return { kind: 'whole' };
  const said = status === 200 ? parse(text) : undefined;
  if (!isObject(said) || said.v !== 1 || !isIds(said.accepted) || !isRejections(said.rejected)) return { kind: 'none' };
  return { kind: 'list', accepted: said.accepted, rejected: said.rejected };
};

const MAX_QUOTED = 160;

/** Formats a response as `400 application/problem+json {"type":…`. */
export const toWords = (answer: Answer): string => {
  const { status, text } = answer;
  if (text === '') return `${status} without a body`;
  const quoted = JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text).slice(1, -1);
  return `${status} ${answer.header('Content-Type') ?? 'without a Content-Type'} ${quoted.replaceAll('\\"', '"')}`;
};

const listOf = (ids: readonly string[]) => (ids.length > 3 ? `all ${ids.length} events` : ids.join(', '));
type Named = readonly { readonly id: string }[];
const idsOf = (events: Named) => [...new Set(events.map(({ id }) => id))];

/** @throws Mismatch unless the receipt acknowledges every event */
export const expectTaken = (answer: Answer, events: Named): void => {
  const ids = idsOf(events);
  const receipt = readReceipt(answer);
  const taken =
    receipt.kind === 'whole' || (receipt.kind === 'list' && ids.every((id) => receipt.accepted.includes(id)));
  if (!taken) {
    throw new Mismatch(`202 or 204 without a body, or 200 with ${listOf(ids)} in "accepted"`, toWords(answer));
  }
};

/** @throws Mismatch unless the receipt lists the `accepted` events as accepted and the `rejected` events with a code */
export const expectSorted = (answer: Answer, accepted: Named, rejected: Named): void => {
  const [yes, no] = [idsOf(accepted), idsOf(rejected)];
  const receipt = readReceipt(answer);
  const sorted =
    receipt.kind === 'list' &&
    yes.every((id) => receipt.accepted.includes(id)) &&
    no.every((id) => receipt.rejected.some((line) => line.id === id && line.code !== ''));
  if (!sorted) {
    throw new Mismatch(
      `200 with ${listOf(yes)} in "accepted" and ${listOf(no)} with a code in "rejected"`,
      toWords(answer),
    );
  }
};

/** @throws Mismatch when the response acknowledges an event, or when it would make the SDK retry the batch for ever */
export const expectRefused = (answer: Answer, events: Named): void => {
  const receipt = readReceipt(answer);
  const refused =
    receipt.kind === 'list'
      ? receipt.accepted.length === 0 && idsOf(events).every((id) => receipt.rejected.some((line) => line.id === id))
      : [400, 413, 422].includes(answer.status);
  if (!refused) throw new Mismatch('400, 413 or 422, or 200 with each event in "rejected"', toWords(answer));
};

/** Converts a Retry-After header, in seconds or as an HTTP date, to the seconds from now. Returns NaN when the header is invalid. */
export const toRetrySeconds = (value: string): number =>
  /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;

/** @throws Mismatch when the response does not have the given status */
export const expectStatus = (answer: Answer, ...statuses: readonly number[]): void => {
  if (!statuses.includes(answer.status)) throw new Mismatch(statuses.join(' or '), toWords(answer));
};

/** @throws Mismatch unless the response has the given header and `isRight` accepts its value */
export const expectHeader = (
  answer: Answer,
  name: string,
  expected: string,
  isRight: (value: string) => boolean,
): void => {
  const value = answer.header(name);
  if (value === undefined) throw new Mismatch(`${name}: ${expected}`, `${answer.status} without ${name}`);
  if (!isRight(value)) throw new Mismatch(`${name}: ${expected}`, `${answer.status} with ${name}: ${value}`);
};
