import { warn } from '../browser/warn.ts';

/** Returns true for a known name. Reports an unknown name on the console. */
export const isKnown = (kind: 'command' | 'hook', name: string, known: readonly string[]): boolean =>
  known.includes(name) || !!warn(`Unknown ${kind} "${name}". Known ${kind}s: ${known.join(', ')}.`);
