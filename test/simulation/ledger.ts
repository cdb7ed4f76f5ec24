import type { FlushReason, QueuedEvent } from '../../src/delivery/transport/transport.ts';
import type { Poison } from './plan.ts';
import type { Verdict } from './weather.ts';

/** One life of a page. A reload is another. */
export interface Page {
  /** As in the story: `tab 2`, `tab 2, third page`. */
  readonly name: string;
  diedAt?: number;
  /** The task in which it died. */
  diedIn?: number;
  /** When the page was hidden or went away, and `leave()` was called. */
  leftAt: number[];
}

/** Whether a copy of an event lies in a store, and if not, why not. */
export interface Custody {
  held: boolean;
  why: string;
  /** Whether that is the world's doing. What the outbox did, or did not do, is no excuse. */
  excused: boolean;
}

/** Of a store that was not asked to keep an event. */
export const NEVER = 'never written';

export interface Report {
  readonly page: Page;
  readonly at: number;
  readonly wall: number;
  readonly code: string;
  readonly json: string;
  /** What lay in localStorage then. */
  readonly bytes: number;
  readonly events: number;
}

/** An event that the page gave to its outbox. */
export interface Recorded extends Omit<QueuedEvent, 'json'> {
  json: string;
  /** Its bytes, and what they became when consent was denied before its page had sent it. */
  readonly versions: string[];
  /** Short, for the story: `e7`. */
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
  /** Whether `add` came back: a page that dies in it may have written nothing. */
  returned: boolean;
  /** Whether its page was told to forget it. */
  forgotten: boolean;
  /** Whether the device was told to: enough once the page itself is gone. */
  wiped: boolean;
  /** Not by the outbox: something wrote over its record. */
  corrupted: boolean;
  /** A store refused to forget it, or to be written when it was delivered: whoever reads it later sends it again. */
  stuck: boolean;
  committedAt: number[];
  /** The bytes it was sent as. */
  readonly bodies: string[];
  readonly copies: Copy[];
  readonly reports: Report[];
  /** Who wrote down that it is given up. It is reported in the same task, unless the page dies in it. */
  givenUp?: { readonly page: Page; readonly task: number };
  /** When the page first heard of a permanent refusal. */
  refusedAt?: { readonly at: number; readonly wall: number };
}

/** One request, as the wire saw it. */
export interface Copy {
  readonly page: Page;
  readonly at: number;
  readonly wall: number;
  readonly ids: readonly string[];
  readonly batch: string;
  readonly attempt: number;
  readonly reason: FlushReason;
  /** A wait that a collector asked for, that this page knew of, and that is not over. */
  readonly inside: Floor | undefined;
  readonly held: boolean;
  /** Whether the batch is what was recorded, byte for byte. */
  readonly faithful: boolean;
  verdict?: Verdict;
  /** What its page heard, and when. */
  heard?: {
    readonly at: number;
    readonly status: number;
    readonly done: readonly string[];
    readonly rejected: readonly { id: string; code: string }[];
  };
  /** When nothing more was to come of it: heard, broken, given up. */
  endedAt?: number;
}

export interface Floor {
  readonly from: number;
  readonly until: number;
  readonly page: Page;
  /** In which the page heard of it: one that dies in the same may not have told the others. */
  readonly task: number;
  /** Whether the device could keep it for other pages. */
  shared: boolean;
  /** Whether something since then let the page forget it, or believe it over. */
  void: boolean;
}

/** A page that closed while everything was well: what waited then must arrive. */
export interface Farewell {
  readonly page: Page;
  readonly at: number;
  readonly waiting: readonly Recorded[];
}

/** Everything that happened in a world which an invariant may ask for. */
export interface Ledger {
  readonly recorded: Map<string, Recorded>;
  readonly copies: Copy[];
  readonly floors: Floor[];
  readonly farewells: Farewell[];
  /** What reached the page that must not: exceptions, rejections, console lines. */
  readonly noises: string[];
  /** What was done while it was not allowed: kept or sent without consent. */
  readonly trespasses: string[];
  /** Timers that go on though the client was stopped. */
  readonly leftovers: string[];
  /** Told about ids that nobody recorded, or delivered that were not. */
  readonly falsehoods: string[];
  /** When localStorage was put back to what it was some time before. */
  readonly rewinds: number[];
  /** When the clock was set. */
  readonly jumps: number[];
  /** When the network, the collector or the device got into trouble. */
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

/** Whether an event has come to its end, as far as the collector and the page know. */
export const isOver = ({ committedAt, reports }: Recorded): boolean => committedAt.length > 0 || reports.length > 0;
