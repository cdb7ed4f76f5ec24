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

/** Under a name, or none, by survey. */
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
  const surveysOf = (who: string | undefined) => {
    const prefix = toKey(who, '');
    return [...new Set([...(isDeviceUsed() ? device.keys() : []), ...own.keys()])]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  };
  const listOf = (who: string | undefined, survey: string) => (get(toKey(who, survey)) ?? []) as readonly Fact[];
  /** In the order of time, each once: a tab may still know what another has handed over. */
  const merge = (who: string, survey: string): readonly Fact[] => {
    const named = listOf(who, survey);
    const isNew = ({ outcome, at, subject }: Fact) =>
      !named.some((each) => each.outcome === outcome && each.at === at && each.subject === subject);
    return [...named, ...listOf(undefined, survey).filter(isNew)].sort((one, other) => one.at - other.at);
  };
  const settle = (who: string, survey: string) => {
    if (!listOf(undefined, survey)[0]) return;
    set(toKey(who, survey), merge(who, survey));
    set(toKey(undefined, survey), undefined);
  };
  return {
    add(who: string | undefined, fact: Fact) {
      const key = toKey(who, fact.survey);
      set(key, [...((get(key) as readonly Fact[] | undefined) ?? []), fact]);
    },
    /** Everything of somebody, one list for each survey. Who has a name was asked what nobody in particular was asked here. */
    of(who: string | undefined): (readonly Fact[])[] {
      if (who === undefined) return surveysOf(who).map((survey) => listOf(who, survey));
      // What a page has for itself nobody else can take.
      if (!isDeviceUsed()) for (const survey of surveysOf(undefined)) settle(who, survey);
      return [...new Set([...surveysOf(who), ...surveysOf(undefined)])].map((survey) => merge(who, survey));
    },
    /** What was asked before somebody had a name is theirs from now on, and nobody else's. */
    settle,
    /** Whether only this page still knows what nobody in particular was asked. */
    isAlone: (survey: string) =>
      isDeviceUsed() && own.has(toKey(undefined, survey)) && !device.has(toKey(undefined, survey)),
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
