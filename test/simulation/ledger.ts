import type { FlushReason } from '../../src/api/transport.ts';
import type { QueuedEvent } from '../../src/delivery/outbox/queuedEvent.ts';
import type { Poison } from './plan.ts';
import type { Verdict } from './weather.ts';

/** One lifetime of a page. A reload starts another. */
export interface Page {
  /** The name in the story: `tab 2`, `tab 2, third page`. */
  readonly name: string;
  diedAt?: number;
  /** The task in which it ended. */
  diedIn?: number;
  /** When the page was hidden or went away, and `leave()` was called. */
  leftAt: number[];
}

/** Whether a store has an event, and if not, why not. */
export interface Custody {
  held: boolean;
  why: string;
  /** True when the environment caused the absence, not the outbox. */
  excused: boolean;
}

/** The reason for a store that was never asked to keep an event. */
export const NEVER = 'never written';

export interface Report {
  readonly page: Page;
  readonly at: number;
  readonly wall: number;
  readonly code: string;
  readonly json: string;
  /** The content of localStorage at that time. */
  readonly bytes: number;
  readonly events: number;
}

/** An event that the page gave to its outbox. */
export interface Recorded extends Omit<QueuedEvent, 'json'> {
  json: string;
  /** Its bytes. After a withdrawal of consent, also the rewritten bytes. */
  readonly versions: string[];
  /** A short name for the story: `e7`. */
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
  /** Whether `add` has returned. A page that ends inside it may have written nothing. */
  returned: boolean;
  /** Whether its page was told to forget it. */
  forgotten: boolean;
  /** True when the device was told to forget it, which is enough once the page has ended. */
  wiped: boolean;
  /** Another script has overwritten its record. */
  corrupted: boolean;
  /** A store refused to delete it or to be written after its delivery. A later page may send it again. */
  stuck: boolean;
  committedAt: number[];
  /** The different bytes under which it was sent. */
  readonly bodies: string[];
  readonly copies: Copy[];
  readonly reports: Report[];
  /** The page that stored that it is given up. It reports this in the same task, unless it ends there. */
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
  /** A wait that the collector asked for, that the page knew of, and that has not ended. */
  readonly inside: Floor | undefined;
  readonly held: boolean;
  /** Whether the batch is what was recorded, byte for byte. */
  readonly faithful: boolean;
  verdict?: Verdict;
  /** The receipt that its page got, and when. */
  heard?: {
    readonly at: number;
    readonly status: number;
    readonly done: readonly string[];
    readonly rejected: readonly { id: string; code: string }[];
  };
  /** When it ended: answered, failed or abandoned. */
  endedAt?: number;
}

export interface Floor {
  readonly from: number;
  readonly until: number;
  readonly page: Page;
  /** The task in which the page got it. A page that ends in this task may not have stored it. */
  readonly task: number;
  /** True when the device could store it for other pages. */
  shared: boolean;
  /** True when the page may have forgotten it since, or considers it over. */
  void: boolean;
}

/** A page that closed without a fault: its waiting events must arrive. */
export interface Farewell {
  readonly page: Page;
  readonly at: number;
  readonly waiting: readonly Recorded[];
}

/** The events of a world that the invariants need. */
export interface Ledger {
  readonly recorded: Map<string, Recorded>;
  readonly copies: Copy[];
  readonly floors: Floor[];
  readonly farewells: Farewell[];
  /** Exceptions, rejections and console lines that reached the host page. */
  readonly noises: string[];
  /** Events that were stored or sent without consent. */
  readonly trespasses: string[];
  /** Timers that run after the client was stopped. */
  readonly leftovers: string[];
  /** Callbacks about unknown ids, or about deliveries that did not happen. */
  readonly falsehoods: string[];
  /** When localStorage was reset to an earlier state. */
  readonly rewinds: number[];
  /** When the clock was set. */
  readonly jumps: number[];
  /** When a fault of the network, the collector or the device began. */
  readonly troubles: number[];
}

export const createLedger = (): Ledger => ({
  recorded: new Map(),
  copies: [],
  floors: [],
  farewells: [],
  noises: [],
  trespasses: [],
  leftovers: [],
  falsehoods: [],
  rewinds: [],
  jumps: [],
  troubles: [],
});

/** Whether an event was delivered or reported. */
export const isOver = ({ committedAt, reports }: Recorded): boolean => committedAt.length > 0 || reports.length > 0;
