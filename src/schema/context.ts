import * as z from 'zod/mini';
import { traits } from './matcher.ts';
import { hostId, id, label } from './primitives.ts';
import { touchpoint } from './survey.ts';

/** The object that the survey is about, such as an order or a ticket. */
export const subject = z.strictObject({ type: id, id: hostId });
export type Subject = z.infer<typeof subject>;

const milliseconds = z.number().check(z.minimum(0), z.maximum(1e12));

/** How a help desk resolved the case. All times are in milliseconds. */
export const resolution = z.strictObject({
  ticketId: z.optional(hostId),
  agent: z.optional(hostId),
  team: z.optional(hostId),
  queue: z.optional(hostId),
  category: z.optional(hostId),
  timeToResolutionMs: z.optional(milliseconds),
  firstResponseMs: z.optional(milliseconds),
  handleTimeMs: z.optional(milliseconds),
  /** True when the respondent's first contact with the help desk resolved the case. */
  firstContact: z.optional(z.boolean()),
});

/**
 * Facts about the host page that the client sends with every event. `setContext` merges them: a top-level key replaces the earlier value of
 * that key.
 */
export const context = z.strictObject({
  touchpoint: z.optional(touchpoint),
  channel: z.optional(label),
  experiment: z.optional(z.strictObject({ id, variant: id })),
  resolution: z.optional(resolution),
});
export type Context = z.infer<typeof context>;

/** The respondent, as the host page describes them with `identify()`. */
export const respondent = z.strictObject({
  id: z.optional(hostId),
  accountId: z.optional(hostId),
  /** The role of the respondent. An `agent` is asked only by surveys whose targeting names that role. */
  role: z.optional(id),
  traits: z.optional(traits),
});
export type Respondent = z.infer<typeof respondent>;

/** Facts about one tracked event. The client sends them with all events of a survey that the tracked event has triggered. */
export const properties = traits;
export type Properties = z.infer<typeof properties>;
