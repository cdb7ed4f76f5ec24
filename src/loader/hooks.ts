import type { Hooks } from '../api/options.ts';
import { warn } from '../browser/warn.ts';

const NAMES = [
  'transport',
  'present',
  'isEligible',
  'beforeShow',
  'beforeSend',
  'onDelivery',
  'onUndeliverable',
  'onError',
  'storage',
  'now',
] as const satisfies readonly (keyof Hooks)[];

/** Adds the hooks of a `hooks` command to the options. The console hears of names that are none. */
export const addHooks = (options: Hooks, given: Hooks | undefined): void => {
  if (!given) {
    warn(`hooks: expected an object with functions, received ${given}.`);
    return;
  }
  const unknown = Object.keys(given).filter((name) => !(NAMES as readonly string[]).includes(name));
  if (unknown[0]) warn(`Unknown hook "${unknown.join('", "')}". Known hooks: ${NAMES.join(', ')}.`);
  for (const name of NAMES) if (given[name]) Object.assign(options, { [name]: given[name] });
};
