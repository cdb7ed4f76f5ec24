/** Before every key that we write on a device; the kind follows. */
export const ROOT = 'scorelet:1:';
/** Events that no receipt has come for; the queue and the id follow. */
export const EVENTS = `${ROOT}q:`;
/** What the tabs know together of a collector that has trouble; the queue follows. */
export const TROUBLE = `${ROOT}s:`;
/** A response in the middle, in the tab's own storage; the survey's id follows. */
export const BEGUN = `${ROOT}r:`;
/** How often and when a survey was shown; the respondent's hash (nothing for who is anonymous), a colon and the survey's id follow. */
export const CLOCKS = `${ROOT}f:`;
/** Records of respondents who have a name outlive a logout; so does the lease of a tab that has a prompt open. */
export const NAMED = /^scorelet:1:(f:\w|o$)/;
/** Until when an anonymous respondent is surely not asked, milliseconds since 1970; the survey's id follows. What is known of them may have more to say. */
export const CLOSED = `${ROOT}n:`;
/** The visit to the site. */
export const VISIT = `${ROOT}v`;
/** What sampling of somebody without a name is drawn by. */
export const SEED = `${ROOT}d`;
/** Moments whose delay is not over, in the tab's own storage; the survey's id follows. */
export const MOMENTS = `${ROOT}m:`;
