/** Every key that is written on a device or in a tab. Behind those that end in a colon, an id follows. */
import { LEASE } from '../browser/leaseKey.ts';

/** Every key of ours begins like this. */
export const ROOT = 'scorelet:1:';

/** Undelivered events; the queue and the event's id follow. */
export const EVENTS = `${ROOT}q:`;
/** What the tabs share about a collector in trouble; the queue follows. */
export const TROUBLE = `${ROOT}s:`;

/** Display records; the respondent's hash, a colon and the survey's id follow. The hash of an anonymous respondent is empty. */
export const RECORDS = `${ROOT}f:`;
/** Until when a survey is surely closed to an anonymous respondent; the survey's id follows. */
export const CLOSED_UNTIL = `${ROOT}n:`;
/** The visit to the site. */
export const VISIT = `${ROOT}v`;
/** What places in a sample are drawn by for an anonymous respondent. On the device, or in the tab. */
export const SEED = `${ROOT}d`;

/** In the tab: a response that is not complete; the survey's id follows. */
export const BEGUN = `${ROOT}r:`;
/** In the tab: a response that began with a link is complete; the survey's id follows. */
export const LINK_USED = `${ROOT}l:`;
/** In the tab: moments that wait for their delay; the survey's id follows. */
export const MOMENTS = `${ROOT}m:`;

/** Returns true for what a logout leaves on the device: the records of identified respondents, and a tab's turn to show a prompt. */
export const isKeptOnLogout = (key: string): boolean =>
  key === LEASE || (key.startsWith(RECORDS) && key[RECORDS.length] !== ':');
