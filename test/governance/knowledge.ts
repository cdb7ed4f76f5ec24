/** The expected knowledge of a device and its pages: lists of facts, which move at login and logout. Does not use the client. */

/** One outcome of a display. */
export interface Fact {
  readonly survey: string;
  readonly outcome: 'displayed' | 'answered' | 'dismissed' | 'snoozed' | 'never';
  /** The time in milliseconds since 1970, by the device's clock. */
  readonly at: number;
  /** The subject as `type:id`. */
  readonly subject?: string | undefined;
}

export interface Visit {
  readonly begun: number;
  readonly seen: number;
  readonly referrer: string;
}

export type Bag = Map<string, readonly Fact[] | Visit>;

/** The key of a list: the identified respondent, if any, and the survey. */
const toKey = (who: string | undefined, survey: string) => `f|${who ?? ''}|${survey}`;
const VISIT = 'v';

/** The knowledge of one page: that of the device, while storage is allowed, and its own. */
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
  /** Merges lists by time, each fact once: a tab may still have facts that another tab has moved. */
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
    /** Returns all facts about a respondent, one list for each survey. An identified respondent includes the anonymous history. */
    of(who: string | undefined): (readonly Fact[])[] {
      if (who === undefined) return surveysOf(who).map((survey) => listOf(who, survey));
      // Other pages cannot move facts that only this page has.
      if (!isDeviceUsed()) for (const survey of surveysOf(undefined)) settle(who, survey);
      return [...new Set([...surveysOf(who), ...surveysOf(undefined)])].map((survey) => merge(who, survey));
    },
    /** Moves the anonymous history of a survey to the identified respondent. */
    settle,
    /** Returns true when only this page still has the anonymous history of a survey. */
    isAlone: (survey: string) =>
      isDeviceUsed() && own.has(toKey(undefined, survey)) && !device.has(toKey(undefined, survey)),
    /** Forgets the anonymous respondent and the visit. */
    reset() {
      for (const bag of [own, device])
        for (const key of bag.keys()) if (key.startsWith('f||') || key === VISIT) bag.delete(key);
    },
    /** Removes everything from the device after consent was withdrawn. */
    wipe: () => device.clear(),
    /** Writes the facts of the page to the device after consent was given again. */
    write() {
      for (const [key, value] of own) device.set(key, value);
    },
    visit: () => get(VISIT) as Visit | undefined,
    setVisit: (visit: Visit) => set(VISIT, visit),
  };
};
export type Knowledge = ReturnType<typeof createKnowledge>;
