import * as z from 'zod/mini';
import { context } from './context.ts';
import type { LocalePack } from './locale.ts';
import { address, id, label, wording } from './primitives.ts';
import { labels } from './question.ts';
import { survey } from './survey.ts';

/** Words that are not ours: only their shape is checked, so that the page's check stays small. */
const words = z.record(id, z.union([wording, labels]));
const pack = z.record(id, z.union([wording, words])) as unknown as z.ZodMiniType<LocalePack>;

export const palette = z.enum(['ink', 'tide', 'clay', 'iris']);

/** `#rgb` or `#rrggbb`. */
const color = z.string().check(z.maxLength(80), z.regex(/^#([\da-fA-F]{3}){1,2}$/));

/** Everything about a client but its surveys, which are checked one by one so that a bad one leaves the others on. */
const settings = {
  /** Where events are posted. A relative address is the page's own origin. */
  collector: address,
  /** Publishable key, sent as `k` in the query. */
  key: z.optional(id),
  /** The name in the questions. */
  brand: z.optional(label),
  /** A BCP 47 tag, `'auto'`: the page's language, then the browser's, or words of your own over the English ones. @default 'auto' */
  locale: z.optional(z.union([wording, pack])),
  /** A palette, or a brand from its one colour, `'#0b6477'` or `{ accent: '#0b6477' }`: hover, focus and what is written on it are derived. @default 'ink' */
  theme: z.optional(z.union([palette, color, z.strictObject({ accent: color })])),
  /** @default 'auto' */
  colorScheme: z.optional(z.enum(['light', 'dark', 'auto'])),
  /**
   * `live` counts, `test` sends marked events, `preview` shows and sends nothing, `off` does nothing,
   * `auto` is `live` but `test` where a driver moves the browser. @default 'auto'
   */
  mode: z.optional(z.enum(['auto', 'live', 'preview', 'test', 'off'])),
  /** `pending` keeps answers in memory until `consent()`, `denied` sends without ids. @default 'granted' */
  consent: z.optional(z.enum(['granted', 'pending', 'denied'])),
  /** `local` keeps answers and clocks on the device until they are delivered, `memory` no longer than the page. @default 'local' */
  persistence: z.optional(z.enum(['local', 'memory'])),
  /** `simple` is text/plain, without a preflight; `cloudevents` says what it is, for sinks that look. @default 'simple' */
  wire: z.optional(z.enum(['simple', 'cloudevents'])),
  context: z.optional(context),
  /** When the prompt's code is fetched for a survey that waits for its trigger. @default 'idle' */
  preload: z.optional(z.enum(['idle', 'trigger'])),
  /** `decisions` posts why each survey may or may not be shown, a few times a page. @default only what happens to a prompt */
  report: z.optional(z.enum(['decisions'])),
  /** `collector` asks the collector what an identified respondent was asked on other devices. @default only this device */
  history: z.optional(z.enum(['collector'])),
  /** Opens the panel that says why a survey is shown or not. @default false */
  debug: z.optional(z.boolean()),
};

export const clientSettings = z.strictObject(settings);
export const surveys = z.array(survey).check(z.maxLength(50));
export const options = z.strictObject({ ...settings, surveys: z.optional(surveys) });
/** What JSON can say of a client; `createScorelet` takes functions beside it. */
export type Options = z.infer<typeof options>;
