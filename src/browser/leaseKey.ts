/** The localStorage key of the lease, used without Web Locks: when a tab began to show a prompt. Other tabs get a `storage` event. */
export const LEASE = 'scorelet:1:o';
