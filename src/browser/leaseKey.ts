/**
 * The localStorage key of the lease that replaces Web Locks where they are missing. Its value is the time at which a tab began to show a
 * prompt. Other tabs get a `storage` event when it changes.
 */
export const LEASE = 'scorelet:1:o';
