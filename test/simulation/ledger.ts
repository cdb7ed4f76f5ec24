import type { FlushReason } from '../../src/api/transport.ts';
import type { QueuedEvent } from '../../src/delivery/outbox/queuedEvent.ts';
import type { Poison } from './plan.ts';
import type { Verdict } from './weather.ts';

/** One page from load to end. A reload starts another page. */
export interface Page {
  /** The name in the log of the simulated world: `tab 2`, `tab 2, third page`. */
  readonly name: string;
  diedAt?: number;
  /** The task in which the page ended. */
  diedIn?: number;
  /** When the page was hidden or went away, and `leave()` was called. */
  leftAt: number[];
  /** When the outbox told the page of a delivery. */
  readonly deliveredAt: number[];
}

/** States whether a store has an event, and the reason if it does not. */
export interface Custody {
  held: boolean;
  why: string;
  /** True when the environment caused the absence, not the outbox. */
  excused: boolean;
}

/** The reason for a store that was never asked to keep an event. */
export const NEVER = 'never written';
/** The reason for a store that has to keep an event since consent was granted. */
export const NOT_WRITTEN = 'not written when consent was granted';

export interface Report {
  readonly page: Page;
  readonly at: number;
  readonly wall: number;
  readonly code: string;
  readonly json: string;
  /** A copy of localStorage at an earlier time. */
  readonly bytes: number;
  readonly events: number;
}

/** An event that the page gave to its outbox. */
export interface Recorded extends Omit<QueuedEvent, 'json'> {
  json: string;
  /** True when the respondent was removed from the event at a logout. It may have been sent before. */
  loggedOut: boolean;
  /** The bytes of the event. After a logout or a withdrawal of consent, also the rewritten bytes. */
  readonly versions: string[];
  /** A short name for the log: `e7`. */
  readonly name: string;
  readonly response: string;
  readonly sequence: number;
  readonly poison: Poison | undefined;
  readonly page: Page;
  readonly at: number;
  readonly task: number;
  /** Milliseconds since 1970, by the clock of the page. */
  readonly wall: number;
  readonly local: Custody;
  readonly durable: Custody;
  /** True when `add` has returned. A page that ends inside `add` may have written nothing. */
  returned: boolean;
  /** True when the event's page was told to drop the event. */
  forgotten: boolean;
  /** True when the event was to be deleted from the device. After the page has ended, no other copy exists. */
  wiped: boolean;
  /** True when another script has overwritten the record of the event. */
  corrupted: boolean;
  /** True when a store refused to delete the event, or refused a write after its delivery. A later page may send the event again. */
  stuck: boolean;
  committedAt: number[];
  /** The different bytes with which the event was sent. */
  readonly bodies: string[];
  readonly copies: Copy[];
  readonly reports: Report[];
  /** The page that stored that the event is given up. The page reports this in the same task, unless the page ends in that task. */
  givenUp?: { readonly page: Page; readonly task: number };
  /** When the page first heard of a permanent refusal. */
  refusedAt?: { readonly at: number; readonly wall: number };
}

/** One request on the wire. */
export interface Copy {
  readonly page: Page;
  readonly at: number;
  readonly wall: number;
  readonly ids: readonly string[];
  readonly batch: string;
  readonly attempt: number;
  readonly reason: FlushReason;
  /** The Retry-After that forbids requests at this time, if the page has received one. */
  readonly inside: Floor | undefined;
  readonly held: boolean;
  /**
   * The bytes of this keepalive request and of those under way, but not of another last request: a page that is hidden and then left may
   * send two. 0 when this request is not keepalive.
   */
  readonly lasting: number;
  /** True when the batch has the recorded bytes. */
  readonly faithful: boolean;
  verdict?: Verdict;
  /** The receipt that the page received, and the time. */
  heard?: {
    readonly at: number;
    readonly status: number;
    readonly done: readonly string[];
    readonly rejected: readonly { id: string; code: string }[];
    /** When the time ends that its Retry-After asks for. */
    readonly askedUntil: number;
  };
  /** The time when the request ended: answered, failed or abandoned. */
  endedAt?: number;
}

export interface Floor {
  readonly from: number;
  readonly until: number;
  readonly page: Page;
  /** The task in which the page received the Retry-After. A page that ends in this task may not have stored it. */
  readonly task: number;
  /** True when the Retry-After could be stored for other pages. */
  shared: boolean;
  /** True when the page may have lost the Retry-After, or treats it as ended. */
  void: boolean;
}

/** A page that closed without a fault: its waiting events must arrive. */
export interface Farewell {
  readonly page: Page;
  readonly at: number;
  readonly waiting: readonly Recorded[];
}

/** The events of a simulated world that the invariants need. */
export interface Ledger {
  readonly recorded: Map<string, Recorded>;
  readonly copies: Copy[];
  readonly floors: Floor[];
  readonly farewells: Farewell[];
  /** Exceptions, rejections and console lines that reached the host page. */
  readonly noises: string[];
  /** Descriptions of events that were stored or sent without consent. */
  readonly trespasses: string[];
  /** Parked records that a page dropped too early. */
  readonly drops: string[];
  /** Timers that run after the client was stopped. */
  readonly leftovers: string[];
  /** Callbacks about unknown ids, or about deliveries that did not happen. */
  readonly falsehoods: string[];
  /** The times when localStorage was reset to an earlier state. */
  readonly rewinds: number[];
  /** The times when the device's clock was set. */
  readonly jumps: number[];
  /** The times when a fault of the network, the collector or the device began. */
  readonly troubles: number[];
}

export const createLedger = (): Ledger => ({
  recorded: new Map(),
  copies: [],
  floors: [],
  farewells: [],
  noises: [],
  trespasses: [],
  drops: [],
  leftovers: [],
  falsehoods: [],
  rewinds: [],
  jumps: [],
  troubles: [],
});

/** Returns true when an event was delivered or reported, by this time. */
export const isOver = ({ committedAt, reports }: Recorded, by = Number.POSITIVE_INFINITY): boolean =>
  committedAt.some((at) => at <= by) || reports.some(({ at }) => at <= by);
