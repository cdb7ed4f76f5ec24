import { warn } from '../browser/warn.ts';

/** Returns true for one of the known names. The console hears of any other. */
export const isKnown = (kind: 'command' | 'hook', name: string, known: readonly string[]): boolean =>
  known.includes(name) || !!warn(`Unknown ${kind} "${name}". Known ${kind}s: ${known.join(', ')}.`);
