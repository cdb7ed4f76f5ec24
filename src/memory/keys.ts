/** All storage keys that scorelet writes on a device or in a tab. A key that ends in a colon is a prefix; an id follows it. */
import { LEASE } from '../browser/leaseKey.ts';

/** The prefix of all storage keys of scorelet. */
export const ROOT = 'scorelet:1:';

/** The key prefix of everything about delivery. */
const DELIVERY = `${ROOT}q`;
/** The key prefix of undelivered events. The name of the event queue and the event's id follow. */
export const UNDELIVERED = `${DELIVERY}:`;
/** The key prefix of the state about a failing collector, which tabs share. The name of the event queue follows. */
export const TROUBLE = `${DELIVERY}s:`;

/**
 * The key prefix of display records. The respondent's hash, a colon and the survey's id follow. The hash of an anonymous respondent is
 * empty.
 */
export const RECORDS = `${ROOT}f:`;
/** The key prefix of the hint until when a survey is certainly blocked for an anonymous respondent. The survey's id follows. */
export const CLOSED_UNTIL = `${ROOT}n:`;
/** The key of the visit to the site. */
export const VISIT = `${ROOT}v`;
/** The key of the random seed for the sampling buckets of an anonymous respondent. The seed is stored on the device, or in the tab. */
export const SEED = `${ROOT}d`;

/** The key prefix of an incomplete response, stored in the tab. The survey's id follows. */
export const BEGUN = `${ROOT}r:`;
/** The key prefix of a response that the respondent left with a text, stored in the tab. The survey's id follows. */
export const DRAFT = `${ROOT}t:`;
/** The key prefix of a marker for a completed response from a link, stored in the tab. The survey's id follows. */
export const LINK_USED = `${ROOT}l:`;
/** The key prefix of delayed triggers, stored in the tab. The survey's id follows. */
export const MOMENTS = `${ROOT}m:`;

/**
 * Returns true for storage keys that a logout keeps: undelivered events, which the outbox makes anonymous, with the state about their
 * collector; the display records of identified respondents; and the lease of a tab that shows a prompt.
 */
export const isKeptOnLogout = (key: string): boolean =>
  key === LEASE || key.startsWith(DELIVERY) || (key.startsWith(RECORDS) && key[RECORDS.length] !== ':');
