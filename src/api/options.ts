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

/** An error that the client has caught. The client handles all its errors itself; `onError` only reports them to the host page. */
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
  /**
   * Returns true when the survey may be shown to this respondent. The client calls it for every decision, so it must be fast. If it throws,
   * the client treats the result as false.
   * @default every respondent is eligible
   */
  isEligible?: ((survey: Survey, facts: { respondent: Respondent; context: Context }) => boolean) | undefined;
  /**
   * Runs before a prompt appears. The prompt is cancelled when the hook returns `false`, throws, or takes longer than two seconds. A throw
   * and a timeout are also reported to `onError`.
   */
  beforeShow?: ((session: Session) => boolean | Promise<boolean>) | undefined;
  /**
   * Receives each event before it is queued and returns the event to send. `null` drops the event. If the hook throws, the client sends the
   * unchanged event.
   */
  beforeSend?: ((event: ScoreletEvent) => ScoreletEvent | null) | undefined;
  /** Receives the events that one request delivered to the collector. */
  onDelivery?: ((delivered: Delivered) => void) | undefined;
  /** Receives each event that cannot be delivered, with the reason. */
  onUndeliverable?: ((undeliverable: Undeliverable) => void) | undefined;
  /**
   * Receives every error of the client.
   * @default logs each error to the console, except errors of the network or the collector
   */
  onError?: ((error: ScoreletError) => void) | undefined;
  /**
   * Replaces localStorage for the display history and the event queue. The client then does not use IndexedDB.
   * @default the browser's localStorage
   */
  storage?: Storage | undefined;
  /** Returns the current time in milliseconds since 1970. @default Date.now */
  now?: (() => number) | undefined;
}

export interface ScoreletOptions extends Omit<Options, 'history' | 'redact'>, Hooks {
  /**
   * Masks personal data in what respondents write, before an event is stored or sent: `pii` masks what has a form of its own, a function
   * applies your own rules and returns the text to send. When the function throws or returns no text, `[removed]` is sent.
   */
  redact?: 'pii' | ((text: string) => string) | undefined;
  /**
   * Where the client gets an identified respondent's history on other devices. `collector` requests it from the collector. A function can
   * request it from your own server and must resolve the same format: `{ v: 1, facts: [...] }`. No prompt appears before the history has
   * arrived. After three seconds the request counts as failed, and no prompt appears on that page.
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
  /** Places the prompt next to this element, whatever the survey's `presentation` is. */
  anchor?: Element | undefined;
  /**
   * Moves the focus to the prompt's first control, and back when the prompt closes. Use it for prompts that the respondent requested, for
   * example with a button.
   * @default false
   */
  takeFocus?: boolean | undefined;
  /** Shows the survey even when it is not due. It replaces a prompt that nobody has touched. @default false */
  force?: boolean | undefined;
}

/**
 * Why `show()` did not show the prompt: the name of a closed gate, as in `explain()`, the debug panel and the events, or a reason that is
 * not a gate. `off`: the client is off or destroyed, or its settings are invalid. `invalid`: the options of this call are invalid.
 * `not_due`: the response that a link or a reload would continue is already completed or dismissed.
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

/** The decision about one survey: whether it may be shown now, and why. */
export interface Explanation {
  readonly survey: string;
  /** True when every gate of the survey is open. */
  readonly open: boolean;
  /** True when the survey's prompt is on this page. */
  readonly shown: boolean;
  /** All gates in the order of evaluation. `words` explains the state of the gate in a sentence. */
  readonly gates: readonly (Gate & { readonly words: string })[];
}

export interface ShowResult {
  shown: boolean;
  /** The reasons why no prompt was shown. Empty when `shown` is true. */
  reasons: readonly NotShownReason[];
}

export type Consent = NonNullable<Options['consent']>;

/** The client that `createScorelet` returns. None of its methods throws. */
export interface Scorelet {
  /** Sets the respondent. An id that differs from the previous id implies `reset()`. */
  identify(respondent: Respondent): void;
  /**
   * Merges facts into the context. A top-level key replaces the earlier value of that key. The client sends the context with every later
   * event.
   */
  setContext(context: Context): void;
  /** Tracks an event of the host page. It fires the trigger of every survey that names this event. */
  track(name: string, details?: { subject?: Subject | undefined; properties?: Properties | undefined }): void;
  /**
   * Shows a survey now, or as soon as the page permits a prompt (no open modal, no typing). Ignores the survey's trigger, but all other
   * gates apply.
   */
  show(id: string, options?: ShowOptions): Promise<ShowResult>;
  /** Calls the listener for each event with the given name. Returns a function that removes the listener. */
  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void;
  /** Explains which gates of one survey, or of all surveys, are open or closed, and when the closed gates open. */
  explain(id?: string): Promise<readonly Explanation[]>;
  /** Opens a panel on the page that displays the result of `explain()`. A second call closes the panel. */
  debug(): Promise<void>;
  /** Sets the respondent's consent. */
  consent(state: Consent): void;
  /** Changes the language of all prompts, including an open prompt, which keeps its answers. */
  setLocale(locale: NonNullable<Options['locale']>): void;
  /**
   * Closes the prompt, flushes the queue, and forgets the respondent, the answers and the context. Call it on logout. The record of when
   * an identified respondent was asked stays on the device, under a hash of the id, so that the next login is not asked again. Events that
   * cannot be sent at that moment, because the network is down or `Retry-After` forbids it, are sent later without the respondent.
   */
  reset(): void;
  /**
   * Sends the queued events now, even during the pause after a failure, but never before the time that `Retry-After` asked for. Resolves when
   * the attempt has ended. Of a queue with more than 100 events it sends the first 100; the others follow.
   */
  flush(): Promise<void>;
  /** Closes the prompt, flushes the event queue and removes every listener and timer. */
  destroy(): void;
}
