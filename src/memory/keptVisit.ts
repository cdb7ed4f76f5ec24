/** Stores the visit to the host's site on the device. */
import type { KeyValueStore } from '../browser/localStore.ts';
import type { Visit } from '../core/rules/isSameVisit.ts';
import type { ReferrerClass } from '../core/rules/referrerClass.ts';
import { toVisit } from '../core/rules/visit.ts';
import { VISIT } from './keys.ts';
import { pack, unpack } from './versioned.ts';

/** Returns the stored visit if a page that opens now belongs to it, or else a new visit. */
export const readVisit = (store: KeyValueStore, now: number, referrer: ReferrerClass): Visit =>
  toVisit(unpack(store.get(VISIT)) as Partial<Visit> as Visit, now, referrer);

/** Adds this page to the stored visit, or starts a new visit. */
export const keepVisit = (store: KeyValueStore, now: number, referrer: ReferrerClass): Visit => {
  const visit = readVisit(store, now, referrer);
  store.set(VISIT, pack(visit));
  return visit;
};
