import type { Hooks } from '../api/options.ts';
import { warn } from '../browser/warn.ts';

/** The hooks that a script tag can be given by the `hooks` command; `storage` and `now` too, before the script starts. */
const HOOKS: { readonly [name in keyof Hooks]-?: 'function' | 'object' } = {
  transport: 'function',
  present: 'function',
  isEligible: 'function',
  beforeShow: 'function',
  beforeSend: 'function',
  onDelivery: 'function',
  onUndeliverable: 'function',
  onError: 'function',
  storage: 'object',
  now: 'function',
};
const NAMES = Object.keys(HOOKS);

/** Returns the hooks that are right. The console hears of the others; they are left out. */
export const readHooks = (given: unknown): Hooks => {
  if (typeof given !== 'object' || !given) {
    warn(`Command "hooks": expected an object of functions, received ${typeof given}`);
    return {};
  }
  const right = Object.entries(given).filter(([name, hook]) => {
    const wanted = Object.hasOwn(HOOKS, name) ? HOOKS[name as keyof Hooks] : undefined;
    if (!wanted) warn(`Unknown hook "${name}". Known hooks: ${NAMES.join(', ')}.`);
    else if (typeof hook !== wanted) warn(`Hook "${name}": expected a ${wanted}, received ${typeof hook}`);
    return typeof hook === wanted;
  });
  return Object.fromEntries(right);
};
