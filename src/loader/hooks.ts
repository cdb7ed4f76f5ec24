import type { Hooks } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import { isKnown } from './isKnown.ts';

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

/** Adds the hooks of a queued `hooks` command to the options. Reports unknown hook names on the console. */
export const addHooks = (options: Hooks, given: Hooks | undefined): void => {
  if (!given) warn(`hooks: expected an object, received ${given}.`);
  for (const [name, hook] of Object.entries(given ?? {})) {
    if (isKnown('hook', name, NAMES)) Object.assign(options, { [name]: hook });
  }
};
