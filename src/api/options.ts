/** The public types of a client: what `createScorelet` takes and what it returns. */

import type { Gate } from '../core/rules/gates.ts';
import type { Session } from '../core/session/session.ts';
import type {
  Context,
  EventName,
  EventOf,
  GateName,
  Options,
  Properties,
  Respondent,
  SchemaIssue,
  ScoreletEvent,
  Subject,
  Survey,
} from '../schema/index.ts';
import type { Present } from './present.ts';
import type { Delivered, Transport, Undeliverable } from './transport.ts';

/** Something went wrong that the host page need not know but may want to. */
export interface ScoreletError {
  code:
    | 'definition_invalid'
    | 'argument_invalid'
    | 'unknown_survey'
    | 'load_failed'
    | 'present_failed'
    | 'callback_failed'
    | 'delivery_failed'
    | 'undeliverable';
  message: string;
  issues?: readonly SchemaIssue[] | undefined;
  cause?: unknown;
}

/** What a definition can't hold: functions. */
export interface Hooks {
  /** Replaces the HTTP transport. */
  transport?: Transport | undefined;
  /** Replaces the Preact prompt, whose code is then never fetched. */
  present?: Present | undefined;
  /** Says whether a survey may be shown to this respondent at all; asked at every look, so it must be quick. A throw counts as no. @default everybody */
  isEligible?: ((survey: Survey, facts: { respondent: Respondent; context: Context }) => boolean) | undefined;
  /**
   * Has the last word before a prompt appears; `false` keeps it away. A throw, or nothing within two seconds, keeps it away too and
   * is reported.
   */
  beforeShow?: ((session: Session) => boolean | Promise<boolean>) | undefined;
  /** Sees each event before it is recorded; `null` keeps it from being sent. A throw counts as "unchanged". */
  beforeSend?: ((event: ScoreletEvent) => ScoreletEvent | null) | undefined;
  /** Hears what each request delivered. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Hears of each event that never will be delivered, and why. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /** Hears every error. @default one console line for each, but none for what the network or the collector did */
  onError?: ((error: ScoreletError) => void) | undefined;
  /** Replaces localStorage, for clocks and the queue; IndexedDB is left alone then. @default the browser's */
  storage?: Storage | undefined;
  /** Milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

export interface ScoreletOptions extends Omit<Options, 'history'>, Hooks {
  /**
   * What an identified respondent was asked on other devices: `collector` asks the collector, a function your own server, which answers
   * what the collector would: `{ v: 1, facts: [...] }`. Until it has come, and when it does not come within three seconds, nobody is asked.
   */
  history?: 'collector' | ((respondentId: string) => Promise<unknown>) | undefined;
}

/** Tells the host of an error, or the console. */
export type Report = (code: ScoreletError['code'], message: string, more?: Partial<ScoreletError>) => undefined;

export interface ShowOptions {
  subject?: Subject | undefined;
  properties?: Properties | undefined;
  /** The element an inline prompt goes into; wins over the survey's `target`. */
  target?: Element | undefined;
  /** The element that the prompt is put beside, whatever presentation the survey has. */
  anchor?: Element | undefined;
  /** The respondent asked for it, by a button say: the first control gets the focus, and gives it back. @default false */
  takeFocus?: boolean | undefined;
  /** Shows it even when it is not due. @default false */
  force?: boolean | undefined;
}

/**
 * A closed gate, by the name that `explain()`, the panel and the events use, or why the gates were not looked at. `off`: the client is
 * off, destroyed, or its settings are wrong. `invalid`: the options of this call are wrong. `not_due`: the response that a link or a
 * reload would continue is over.
 */
export type NotShownReason =
  | 'off'
  | 'unknown_survey'
  | 'invalid'
  | 'not_due'
  | 'cancelled'
  | 'load_failed'
  | 'present_failed'
  | GateName;

/** Why a survey may be shown now, or not. */
export interface Explanation {
  readonly survey: string;
  /** Whether every gate is open. */
  readonly open: boolean;
  /** Whether its prompt is on this page. */
  readonly shown: boolean;
  /** Every gate, in the order in which they are looked at; `words` say it in a sentence. */
  readonly gates: readonly (Gate & { readonly words: string })[];
}

export interface ShowResult {
  shown: boolean;
  /** Empty when it was shown. */
  reasons: readonly NotShownReason[];
}

export type Consent = NonNullable<Options['consent']>;

/** What `createScorelet` returns. No method throws. */
export interface Scorelet {
  /** Says who answers. Another id than before implies `reset()`. */
  identify(respondent: Respondent): void;
  /** Merges facts that are sent with every event from now on, key by key at the top level. */
  setContext(context: Context): void;
  /** Says that something happened; surveys whose trigger names it are considered. */
  track(name: string, details?: { subject?: Subject | undefined; properties?: Properties | undefined }): void;
  /** Shows a survey now, or as soon as the page can be asked (no modal open, nobody typing). Bypasses its trigger only. */
  show(id: string, options?: ShowOptions): Promise<ShowResult>;
  /** Calls back for each event of that name. Returns what stops it. */
  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void;
  /** Says for a survey, or for each of them, which gates are open and which are not, and when those open. */
  explain(id?: string): Promise<readonly Explanation[]>;
  /** Opens a panel on the page that says what `explain()` says, for people; once more closes it. */
  debug(): Promise<void>;
  consent(state: Consent): void;
  /** Speaks another language from now on, in a prompt that is open too: what was answered stays. */
  setLocale(locale: NonNullable<Options['locale']>): void;
  /**
   * Closes the prompt, sends what waits once more and forgets the respondent, their answers and the context: call it on logout. When
   * somebody with an id was asked stays under its hash, so that the next login is not asked again.
   */
  reset(): void;
  /** Sends what waits, though a pause after a failure is not over; resolves when that attempt is. */
  flush(): Promise<void>;
  /** Closes the prompt, sends what waits and gives every listener and timer back. */
  destroy(): void;
}
