import { LEASE } from './leaseKey.ts';

/** A lease expires after this time, in case its tab has crashed. */
const LEASE_MS = 600_000;

/** Takes the lease, used without Web Locks. Returns a function that releases it, or undefined when another tab holds it. */
export const takeLease = (): (() => void) | undefined => {
  try {
    // The difference is negative after the clock was set back. The absolute value keeps such a lease from lasting for ever.
    if (Math.abs(Date.now() - Number(localStorage.getItem(LEASE))) < LEASE_MS) return undefined;
    localStorage.setItem(LEASE, `${Date.now()}`);
    return () => localStorage.removeItem(LEASE);
  } catch {
    // Without storage, tabs cannot coordinate.
    return () => {};
  }
};
