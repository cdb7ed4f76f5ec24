import * as z from 'zod/mini';
import { context } from './context.ts';
import type { LocalePack } from './locale.ts';
import { address, id, label, wording } from './primitives.ts';
import { labels } from './question.ts';
import { survey } from './survey.ts';

/** The host page's own wording. The schema checks only its shape and not its keys, which keeps the check in the page small. */
const words = z.record(id, z.union([wording, labels]));
const pack = z.record(id, z.union([wording, words])) as unknown as z.ZodMiniType<LocalePack>;

export const palette = z.enum(['ink', 'tide', 'clay', 'iris', 'contrast']);

/** A hex color: `#rgb` or `#rrggbb`. */
const color = z.string().check(z.maxLength(80), z.regex(/^#([\da-fA-F]{3}){1,2}$/));

/** All options except the surveys. Surveys are checked one by one, so that an invalid survey does not disable the others. */
const settings = {
  /** The URL to which the client posts events. A relative URL resolves against the page. */
  collector: address,
  /** The publishable key, which the client sends as the query parameter `k`. */
  key: z.optional(id),
  /** The brand name that questions contain. */
  brand: z.optional(label),
  /**
   * A BCP 47 tag, `'auto'` (the language of the page, else of the browser), or an object with your own wording, which falls back to
   * English.
   * @default 'auto'
   */
  locale: z.optional(z.union([wording, pack])),
  /**
   * A palette, or one accent color as `'#0b6477'` or `{ accent: '#0b6477' }`. The colors of hover, focus and text on the accent are
   * derived.
   * @default 'ink'
   */
  theme: z.optional(z.union([palette, color, z.strictObject({ accent: color })])),
  /**
   * The color scheme of prompts. `auto` follows the browser's setting.
   * @default 'auto'
   */
  colorScheme: z.optional(z.enum(['light', 'dark', 'auto'])),
  /**
   * `live` sends events that results count. `test` sends events that are marked as tests. `preview` shows prompts and sends no events.
   * `off` does nothing. `auto` is `test` when a WebDriver controls the browser, else `live`.
   * @default 'auto'
   */
  mode: z.optional(z.enum(['auto', 'live', 'preview', 'test', 'off'])),
  /**
   * The respondent's consent. `pending` holds events in memory until `consent()` is called. `denied` sends events without ids.
   * @default 'granted'
   */
  consent: z.optional(z.enum(['granted', 'pending', 'denied'])),
  /**
   * Where the event queue and the display history are stored. `local`: on the device. `memory`: only until the page unloads.
   * @default 'local'
   */
  persistence: z.optional(z.enum(['local', 'memory'])),
  /**
   * The content type of requests. `simple` is text/plain, which needs no CORS preflight. `cloudevents` is
   * application/cloudevents-batch+json.
   * @default 'simple'
   */
  wire: z.optional(z.enum(['simple', 'cloudevents'])),
  /**
   * With `pii`, e-mail addresses, phone numbers, payment cards, IBANs, IP addresses and some national ids in what respondents write are
   * masked before an event is stored or sent. A survey is not shown if the code for it cannot be fetched.
   * @default stores and sends texts as they are
   */
  redact: z.optional(z.enum(['pii'])),
  context: z.optional(context),
  /**
   * When the client fetches the code of the prompt for a survey whose trigger has not fired yet.
   * @default 'idle'
   */
  preload: z.optional(z.enum(['idle', 'trigger'])),
  /**
   * With `decisions`, the client also posts `eligible` and `suppressed` events, a few for each page.
   * @default posts only events of prompts
   */
  report: z.optional(z.enum(['decisions'])),
  /**
   * With `collector`, the client requests an identified respondent's history on other devices from the collector.
   * @default uses only the history of this device
   */
  history: z.optional(z.enum(['collector'])),
  /**
   * Opens the debug panel, which explains why each survey is shown or not.
   * @default false
   */
  debug: z.optional(z.boolean()),
};

export const clientSettings = z.strictObject(settings);
export const surveys = z.array(survey).check(z.maxLength(50));
export const options = z.strictObject({ ...settings, surveys: z.optional(surveys) });
/** The options that JSON can express. `createScorelet` also accepts hooks, which JSON cannot express. */
export type Options = z.infer<typeof options>;
