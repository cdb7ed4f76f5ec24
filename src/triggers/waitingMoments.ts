import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { toJson } from '../browser/toJson.ts';
import { toMs } from '../core/duration.ts';
import { MOMENTS } from '../memory/keys.ts';
import type { Survey } from '../schema/index.ts';
import { afterLoad } from './afterLoad.ts';
import { isExpired, type Moment, rulesOf } from './moment.ts';

/** More of one survey are a loop in the page; those that came first stay. */
const MOST = 20;

interface Waiting {
  readonly moment: Moment;
  /** Milliseconds since 1970. */
  readonly due: number;
  /** Whether the tab's own storage has it. */
  kept?: unknown;
  stop?: () => void;
}

/** What a reload leaves of a moment: neither an element, nor the right to take the focus. A list, whose places have no names that a build could shorten. */
type Stored = readonly [cause: string, at: number, due: number, ...more: [Moment['subject'], Moment['properties']]];

/** Takes what a page before left; what is no list of moments is none. */
const takeStored = (key: string): Stored[] => {
  const list = takeFromTab(key);
  return Array.isArray(list) ? list.filter((each) => each?.[1] > 0 && each[2] > 0) : [];
};

/**
 * Creates the list of moments whose delay is not over. It outlives the page in the tab's own storage, so that a delay goes on
 * over reload and navigation instead of beginning again; where that is not allowed, it lasts as long as the page.
 */
export const createWaitingMoments = (
  surveys: readonly Survey[],
  now: () => number,
  mayPersist: () => boolean,
  onMoment: (moment: Moment) => void,
) => {
  const waiting = new Set<Waiting>();
  const of = (id: string) => [...waiting].filter(({ moment }) => moment.survey.id === id);
  const remove = (each: Waiting) => {
    each.stop?.();
    waiting.delete(each);
  };
  const keep = (id: string) => {
    const list = of(id);
    const toStored = ({ moment: { cause, at, subject, properties }, due }: Waiting) => [
      cause,
      at,
      due,
      subject,
      properties,
    ];
    const key = MOMENTS + id;
    const kept = mayPersist() && (list[0] ? keepInTab(key, toJson(list.map(toStored))) : takeFromTab(key));
    for (const each of list) each.kept = kept;
  };
  const add = (each: Waiting) => {
    const { moment, due } = each;
    const { id } = moment.survey;
    if (of(id).length >= MOST) return;
    waiting.add(each);
    each.stop = afterLoad(due - now(), () => {
      remove(each);
      keep(id);
      if (!isExpired(moment, now())) onMoment(moment);
    });
  };
  return {
    of,
    add(moment: Moment, delayMs: number) {
      add({ moment, due: moment.at + delayMs });
      keep(moment.survey.id);
    },
    /**
     * Goes on with what the tab's storage has, which knows better what became of those that it had: another page may have
     * been here meanwhile.
     */
    takeUp() {
      const may = mayPersist();
      const time = now();
      for (const survey of surveys) {
        const { id } = survey;
        const mine = of(id);
        mine.forEach(remove);
        const stored = may ? takeStored(MOMENTS + id) : [];
        for (const [cause, at, due, subject, properties] of stored) {
          // A clock that was set back makes nobody wait longer, and no moment younger than now.
          const moment = {
            survey,
            cause,
            at: Math.min(at, time),
            // JSON has nothing but null for what is not there, and a collector takes no null.
            subject: subject ?? undefined,
            properties: properties ?? undefined,
          };
          add({ moment, due: Math.min(due, time + toMs(rulesOf(survey).delay ?? '0ms')) });
        }
        for (const each of mine) if (!may || !each.kept) add(each);
        keep(id);
      }
    },
    /** Makes an end of those of a survey. */
    cancel(id: string) {
      of(id).forEach(remove);
      keep(id);
    },
    /** Leaves what is stored to the next page. */
    stop() {
      waiting.forEach(remove);
    },
  };
};
