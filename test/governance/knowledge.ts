/** What a device, and a page on it, should remember: lists of facts, moved about as people come and go. Nothing of the client is asked. */

/** What became of a display. */
export interface Fact {
  readonly survey: string;
  readonly outcome: 'displayed' | 'answered' | 'dismissed' | 'snoozed' | 'never';
  /** By the clock of the device, milliseconds since 1970. */
  readonly at: number;
  /** `type:id`. */
  readonly subject?: string | undefined;
}

export interface Visit {
  readonly begun: number;
  readonly seen: number;
  readonly referrer: string;
}

export type Bag = Map<string, readonly Fact[] | Visit>;

/** Under a name, by survey; what came from the time before the name stands beside. */
const toKey = (who: string | undefined, survey: string) => `f|${who ?? ''}|${survey}`;
const VISIT = 'v';

/** What one page knows: the device's, as long as it may be used, and its own. */
export const createKnowledge = (device: Bag, isDeviceUsed: () => boolean) => {
  const own: Bag = new Map();
  const get = (key: string) => (isDeviceUsed() ? device.get(key) : undefined) ?? own.get(key);
  const set = (key: string, value: readonly Fact[] | Visit | undefined) => {
    for (const bag of [own, ...(isDeviceUsed() ? [device] : [])]) {
      if (value) bag.set(key, value);
      else bag.delete(key);
    }
  };
  const keysOf = (who: string | undefined) =>
    [...new Set([...(isDeviceUsed() ? device.keys() : []), ...own.keys()])].filter((key) =>
      key.startsWith(toKey(who, '')),
    );
  return {
    add(who: string | undefined, fact: Fact) {
      const key = toKey(who, fact.survey);
      set(key, [...((get(key) as readonly Fact[] | undefined) ?? []), fact]);
    },
    /** Everything of somebody: one list for each survey, and for each time without a name. */
    of: (who: string | undefined) => keysOf(who).map((key) => get(key) as readonly Fact[]),
    /** Somebody without a name gets one. */
    handOver(who: string, now: number) {
      for (const key of keysOf(undefined)) {
        set(`${toKey(who, key.split('|')[2] as string)}~${now}`, get(key));
        set(key, undefined);
      }
    },
    /** Who has no name is forgotten, and so is the visit. */
    reset() {
      for (const bag of [own, device])
        for (const key of bag.keys()) if (key.startsWith('f||') || key === VISIT) bag.delete(key);
    },
    /** Nothing may be on the device: all that is there is taken away. */
    wipe: () => device.clear(),
    /** It may again: what the page knows is put there. */
    write() {
      for (const [key, value] of own) device.set(key, value);
    },
    visit: () => get(VISIT) as Visit | undefined,
    setVisit: (visit: Visit) => set(VISIT, visit),
  };
};
export type Knowledge = ReturnType<typeof createKnowledge>;
