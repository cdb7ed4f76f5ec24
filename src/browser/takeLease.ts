import { LEASE } from './leaseKey.ts';

/** A tab that has crashed loses its lease after this time. */
const LEASE_MS = 600_000;

/** Takes the lease, which stands for a lock where there are none. Returns what gives it back, or undefined when another tab has it. */
export const takeLease = (): (() => void) | undefined => {
  try {
    // The difference may be negative: a clock that was set back does not make a lease endless.
    if (Math.abs(Date.now() - Number(localStorage.getItem(LEASE))) < LEASE_MS) return undefined;
    localStorage.setItem(LEASE, `${Date.now()}`);
    return () => localStorage.removeItem(LEASE);
  } catch {
    // Without storage, each tab is on its own.
    return () => {};
  }
};
