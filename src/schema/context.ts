import * as z from 'zod/mini';
import { traits } from './matcher.ts';
import { hostId, id, label } from './primitives.ts';
import { touchpoint } from './survey.ts';

/** What the survey is about. */
export const subject = z.strictObject({ type: id, id: hostId });
export type Subject = z.infer<typeof subject>;

const milliseconds = z.number().check(z.minimum(0), z.maximum(1e12));

/** How a help desk closed the case. All times in milliseconds. */
export const resolution = z.strictObject({
  ticketId: z.optional(hostId),
  agent: z.optional(hostId),
  team: z.optional(hostId),
  queue: z.optional(hostId),
  category: z.optional(hostId),
  timeToResolutionMs: z.optional(milliseconds),
  firstResponseMs: z.optional(milliseconds),
  handleTimeMs: z.optional(milliseconds),
  /** Whether the first contact solved it. */
  firstContact: z.optional(z.boolean()),
});

/** Facts sent with every event. `setContext` merges, key by key at the top level. */
export const context = z.strictObject({
  touchpoint: z.optional(touchpoint),
  channel: z.optional(label),
  experiment: z.optional(z.strictObject({ id, variant: id })),
  resolution: z.optional(resolution),
});
export type Context = z.infer<typeof context>;

/** Who answers, as far as the host says. */
export const respondent = z.strictObject({
  id: z.optional(hostId),
  accountId: z.optional(hostId),
  /** What somebody is here. An `agent` is never asked in a customer's place unless a survey's targeting names the role. */
  role: z.optional(id),
  traits: z.optional(traits),
});
export type Respondent = z.infer<typeof respondent>;

/** Facts about one tracked moment, kept with the events of the survey it triggers. */
export const properties = traits;
export type Properties = z.infer<typeof properties>;
