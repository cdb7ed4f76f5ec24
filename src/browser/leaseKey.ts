/** In localStorage, where there are no Web Locks: when a tab took its turn to show a prompt. Other tabs hear of it by the `storage` event. */
export const LEASE = 'scorelet:1:o';
