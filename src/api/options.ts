/** The public types of a client: the options of `createScorelet` and the object that it returns. */

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

/** An error of the client. The client handles every error itself; `onError` reports it to the host page. */
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

/** Options that are functions or objects, which a JSON definition cannot contain. */
export interface Hooks {
  /** Replaces the HTTP transport. */
  transport?: Transport | undefined;
  /** Replaces the Preact prompt. The client then never fetches the code of the Preact prompt. */
  present?: Present | undefined;
  /** Returns true when the survey may be shown to this respondent. Runs on every decision, so it must be fast. A throw counts as false. @default every respondent is eligible */
  isEligible?: ((survey: Survey, facts: { respondent: Respondent; context: Context }) => boolean) | undefined;
  /**
   * Runs before a prompt appears; `false` cancels the prompt. A throw, or no result within two seconds, also cancels the prompt and is
   * reported to `onError`.
   */
  beforeShow?: ((session: Session) => boolean | Promise<boolean>) | undefined;
  /** Receives each event before it is queued and returns the event to send. `null` drops the event. A throw leaves the event unchanged. */
  beforeSend?: ((event: ScoreletEvent) => ScoreletEvent | null) | undefined;
  /** Receives the events that a request delivered. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Receives each event that cannot be delivered, with the reason. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /** Receives every error. @default logs each error to the console, except errors of the network or the collector */
  onError?: ((error: ScoreletError) => void) | undefined;
  /** Replaces localStorage for clocks and the queue. The client then does not use IndexedDB. @default the browser's localStorage */
  storage?: Storage | undefined;
  /** Returns the current time in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

export interface ScoreletOptions extends Omit<Options, 'history'>, Hooks {
  /**
   * The source of an identified respondent's history on other devices. `collector` requests it from the collector. A function can request it
   * from your own server and must resolve the same format: `{ v: 1, facts: [...] }`. No prompt appears before the history has arrived; after
   * three seconds the request counts as failed and no prompt appears.
   */
  history?: 'collector' | ((respondentId: string) => Promise<unknown>) | undefined;
}

/** Reports an error to `onError` or to the console. */
export type Report = (code: ScoreletError['code'], message: string, more?: Partial<ScoreletError>) => undefined;

export interface ShowOptions {
  subject?: Subject | undefined;
  properties?: Properties | undefined;
  /** The element that contains an inline prompt. Overrides the survey's `target`. */
  target?: Element | undefined;
  /** Places the prompt beside this element, whatever presentation the survey has. */
  anchor?: Element | undefined;
  /** Moves the focus to the first control and returns it when the prompt closes. For prompts that the respondent requested, such as by a button. @default false */
  takeFocus?: boolean | undefined;
  /** Shows the survey even when it is not due. @default false */
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

/** The decision about one survey: may it be shown now, and why. */
export interface Explanation {
  readonly survey: string;
  /** True when every gate is open. */
  readonly open: boolean;
  /** True when the survey's prompt is on this page. */
  readonly shown: boolean;
  /** All gates, in the order of evaluation. `words` describes the state of the gate in a sentence. */
  readonly gates: readonly (Gate & { readonly words: string })[];
}

export interface ShowResult {
  shown: boolean;
  /** Why no prompt was shown; empty when `shown` is true. */
  reasons: readonly NotShownReason[];
}

export type Consent = NonNullable<Options['consent']>;

/** A client, as `createScorelet` returns it. No method throws. */
export interface Scorelet {
  /** Sets the respondent. An id that differs from the previous id implies `reset()`. */
  identify(respondent: Respondent): void;
  /** Merges facts into the context, top-level key by key. The client sends the context with every later event. */
  setContext(context: Context): void;
  /** Tracks an event of the host page. Triggers the surveys whose trigger names the event. */
  track(name: string, details?: { subject?: Subject | undefined; properties?: Properties | undefined }): void;
  /** Shows a survey now, or as soon as the page permits a prompt (no open modal, no typing). Bypasses the trigger, but no other gate. */
  show(id: string, options?: ShowOptions): Promise<ShowResult>;
  /** Calls the listener for each event with that name. Returns a function that removes the listener. */
  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void;
  /** Explains for one survey, or for all, which gates are open, which are closed, and when the closed gates open. */
  explain(id?: string): Promise<readonly Explanation[]>;
  /** Opens a panel on the page that displays the result of `explain()`. A second call closes the panel. */
  debug(): Promise<void>;
  /** Sets the consent of the respondent. */
  consent(state: Consent): void;
  /** Changes the language, also of an open prompt. Answers are kept. */
  setLocale(locale: NonNullable<Options['locale']>): void;
  /**
   * Closes the prompt, flushes the queue, and forgets the respondent, the answers and the context. Call it on logout. The record of when
   * an identified respondent was asked stays on the device, under a hash of the id, so that the next login is not asked again. Events that
   * cannot be sent at that moment, because the network is down or `Retry-After` forbids it, are deleted too.
   */
  reset(): void;
  /**
   * Sends all queued events now, even during the pause after a failure, but never before the time that `Retry-After` asked for. Resolves when
   * the attempt has ended.
   */
  flush(): Promise<void>;
  /** Closes the prompt, flushes the queue and removes every listener and timer. */
  destroy(): void;
}
