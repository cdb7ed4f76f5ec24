import { LEASE } from './leaseKey.ts';

/** The lifetime of a lease. A lease expires because its tab may have crashed. */
const LEASE_MS = 600_000;

/**
 * Takes the lease that replaces Web Locks where they are missing. Returns a function that releases it, or undefined when another tab holds
 * it.
 */
export const takeLease = (): (() => void) | undefined => {
  try {
    // The age of the lease is negative after the device's clock was set back. The absolute value keeps such a lease from lasting for ever.
    if (Math.abs(Date.now() - Number(localStorage.getItem(LEASE))) < LEASE_MS) return undefined;
    localStorage.setItem(LEASE, `${Date.now()}`);
    return () => localStorage.removeItem(LEASE);
  } catch {
    // Without storage, tabs cannot coordinate.
    return () => {};
  }
};
