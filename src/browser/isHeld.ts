import { NAME } from './holdLock.ts';
import { withTimeout } from './withTimeout.ts';

/** How long a lock manager may take to list its locks. Some never answer. */
const QUERY_MS = 3000;

/** Resolves true when a tab holds the lock of the prompt now; false when no tab holds it or the state is unknown. */
export const isHeld = async (): Promise<boolean> => {
  try {
    const { held = [] } = await withTimeout(QUERY_MS, 'no answer', navigator.locks.query());
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
};
