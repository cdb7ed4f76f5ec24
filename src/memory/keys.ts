/** All keys that are written on a device or in a tab. A key that ends in a colon is a prefix that an id follows. */
import { LEASE } from '../browser/leaseKey.ts';

/** The prefix of all keys of scorelet. */
export const ROOT = 'scorelet:1:';

/** Undelivered events, followed by the queue and the event's id. */
export const EVENTS = `${ROOT}q:`;
/** The state that tabs share about a failing collector, followed by the queue. */
export const TROUBLE = `${ROOT}s:`;

/** Display records, followed by the respondent's hash, a colon and the survey's id. The hash of an anonymous respondent is empty. */
export const RECORDS = `${ROOT}f:`;
/** Until when a survey is certainly closed to an anonymous respondent, followed by the survey's id. */
export const CLOSED_UNTIL = `${ROOT}n:`;
/** The visit to the site. */
export const VISIT = `${ROOT}v`;
/** The seed for the sampling places of an anonymous respondent. Stored on the device, or in the tab. */
export const SEED = `${ROOT}d`;

/** In the tab: an incomplete response, followed by the survey's id. */
export const BEGUN = `${ROOT}r:`;
/** In the tab: a marker for a completed response from a link, followed by the survey's id. */
export const LINK_USED = `${ROOT}l:`;
/** In the tab: waiting moments, followed by the survey's id. */
export const MOMENTS = `${ROOT}m:`;

/** Returns true for keys that a logout keeps: the records of identified respondents, and the lease of a tab that shows a prompt. */
export const isKeptOnLogout = (key: string): boolean =>
  key === LEASE || (key.startsWith(RECORDS) && key[RECORDS.length] !== ':');
