/** Who, when and how often, where a definition says more than the default: fetched by pages that have such a survey, or ask why. */

import { toDevice } from './browser/device.ts';
import { isHeld } from './browser/holdLock.ts';
import type { KeyValueStore } from './browser/localStore.ts';
import { randomId } from './browser/randomId.ts';
import { toJson } from './browser/toJson.ts';
import { onUrlChange } from './browser/urlChange.ts';
import { isPresentable } from './browser/whenPresentable.ts';
import { type Gate, isAtHome, toGates, type World } from './core/gates.ts';
import { toWords } from './core/gateWords.ts';
import { toBucket, toVariantId } from './core/sampling.ts';
import { toReferrerClass, toVisit } from './core/visit.ts';
import type { Displays, Facts, Occasion } from './display.ts';
import { createHistory } from './history.ts';
import type { Memory } from './memory.ts';
import type { Explanation, NotShownReason, Report, ScoreletOptions } from './options.ts';
import { SEED, VISIT } from './outbox/keys.ts';
import type { Properties, Subject, Survey } from './schema/index.ts';
import type { Moment } from './triggers/moment.ts';
import { startTriggers } from './triggers/startTriggers.ts';

export interface GovernanceEnvironment {
  settings: ScoreletOptions;
  /** The options as the host gave them: the functions are there. */
  options: ScoreletOptions;
  /** The surveys that are right. */
  surveys: readonly Survey[];
  facts: Facts;
  mode: 'live' | 'preview' | 'test' | 'off';
  now: () => number;
  report: Report;
  store: KeyValueStore;
  memory: Memory;
  mayPersist: () => boolean;
  /** The browser's, as it was when the client was made. */
  fetch: typeof fetch;
  /** Shows a survey as soon as the page can be asked. */
  show: (survey: Survey, occasion: Occasion) => void;
  /** What shows surveys, if it was fetched already. */
  displays: () => Displays | undefined;
  /** Fetches it. */
  load: () => Promise<Displays | undefined>;
}

/** The most decisions that one page posts. */
const MOST_DECISIONS = 20;

/** What a survey was considered for. */
type Considered = Pick<Occasion, 'subject' | 'at'>;

/** Creates the rules of a client. Nothing starts before `start()`. */
export const createGovernance = (environment: GovernanceEnvironment) => {
  const { settings, options, surveys, facts, mode, now, report, store, memory, mayPersist } = environment;
  const history = createHistory(environment);
  const stops: (() => void)[] = [];
  let triggers: ReturnType<typeof startTriggers>[] = [];
  /** What was tracked before `start()`. */
  let early: Parameters<typeof track>[] | undefined = [];
  /** By survey, when its moment last came on this page. */
  const moments = new Map<string, Moment>();

  const visit = toVisit(store.get(VISIT), now(), toReferrerClass(document.referrer, location.origin));
  store.set(VISIT, toJson(visit));

  /** Sticks to the browser while nobody has said who it is; not kept where the browser says that it does not want to be known again. */
  const toSeed = () => {
    const made = store.get(SEED) ?? randomId();
    if (!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) store.set(SEED, made);
    return made;
  };
  let seed: string | undefined;
  const toPlace = (name: string) => {
    seed ??= facts.respondent.id ? undefined : toSeed();
    return toBucket((facts.respondent.id ?? seed) + name);
  };

  const isEligible = (survey: Survey) => {
    try {
      return options.isEligible?.(survey, { respondent: facts.respondent, context: facts.context }) ?? true;
    } catch (cause) {
      report('callback_failed', `isEligible: ${cause}`, { cause });
      return false;
    }
  };

  const toWorld = (): World => ({
    now: now(),
    url: location.href,
    device: toDevice(),
    languages: document.documentElement.lang ? [document.documentElement.lang] : navigator.languages,
    referrer: visit.referrer,
    respondent: facts.respondent,
    records: [...memory.records(), ...history.records()],
    visit: visit.begun,
    bucketOf: ({ id }) => toPlace(id),
    history: history.isKnown(),
    isEligible,
  });

  const toClosed = (survey: Survey, occasion: Considered): Gate[] =>
    toGates(survey, occasion, toWorld()).filter(({ open }) => !open);

  const told = new Set<string>();
  /** Posts a decision, once for each outcome and page, and few in all. */
  const tell = (survey: Survey, trigger: string, closed: readonly Gate[]) => {
    const key = `${survey.id} ${closed.map(({ gate, name }) => gate + name)}`;
    if (settings.report !== 'decisions' || told.has(key) || told.size >= MOST_DECISIONS) return;
    told.add(key);
    const reasons = closed.map(({ gate, name, opensAt = Number.POSITIVE_INFINITY }) => ({
      gate,
      name,
      opensAt: Number.isFinite(opensAt) ? new Date(opensAt).toISOString() : undefined,
    }));
    const decision = closed[0]
      ? ({ name: 'suppressed', data: { trigger, reasons } } as const)
      : ({ name: 'eligible', data: { trigger } } as const);
    void environment.load().then((displays) => displays?.decide?.(survey, decision));
  };

  /** Those whose moments came together: what is more important first, then what was shown longest ago. */
  let together: Moment[] = [];
  const consider = async () => {
    await history.settled();
    const asked = new Map(surveys.map((survey) => [survey, store.get(memory.keyOf(survey.id)) && lastAskOf(survey)]));
    const inOrder = together.sort(
      (a, b) =>
        (b.survey.priority ?? 0) - (a.survey.priority ?? 0) || (asked.get(a.survey) || 0) - (asked.get(b.survey) || 0),
    );
    together = [];
    for (const { survey, cause, ...occasion } of inOrder) {
      const closed = toClosed(survey, occasion);
      tell(survey, cause, closed);
      if (!closed[0]) environment.show(survey, { ...occasion, cause });
    }
  };
  const lastAskOf = ({ id }: Survey) => memory.read(memory.keyOf(id))?.marks.displayed?.[1];

  const begin = (list: readonly Survey[]) =>
    startTriggers({
      surveys: list,
      now,
      mayPersist,
      report: (message) => report('definition_invalid', message),
      onMoment(moment) {
        moments.set(moment.survey.id, moment);
        if (together.push(moment) === 1) setTimeout(consider);
      },
      onCancel: (surveyId) => environment.displays()?.cancel?.(surveyId),
    });

  const track = (name: string, details: { subject?: Subject | undefined; properties?: Properties | undefined }) => {
    if (early) early.push([name, details]);
    else for (const each of triggers) each.track(name, details);
  };

  return {
    /** Starts the triggers of these surveys. */
    start(list: readonly Survey[]) {
      const isBound = ({ targeting }: Survey) => targeting?.url ?? targeting?.notUrl;
      const bound = list.filter(isBound);
      triggers = [begin(list.filter((survey) => !isBound(survey))), begin(bound)];
      stops.push(
        onUrlChange(() => {
          // To surveys that are for some addresses another address is another page. What waits goes on.
          triggers[1]?.stop();
          triggers[1] = begin(bound);
          environment.displays()?.leave?.(({ targeting = {} }) => !isAtHome(targeting, location.href));
        }),
      );
      const before = early ?? [];
      early = undefined;
      for (const tracked of before) track(...tracked);
    },
    track,
    /** Resolves when what other devices know is here, or will not come. */
    settled: history.settled,
    /** Says whether every gate is open. */
    isOpen(survey: Survey, occasion: Occasion): boolean {
      const closed = toClosed(survey, occasion);
      if (closed[0]) tell(survey, occasion.cause ?? 'show', closed);
      return !closed[0];
    },
    /** Names what keeps a survey from being shown. */
    reasonsOf: (survey: Survey, occasion: Occasion): NotShownReason[] =>
      toClosed(survey, occasion).map(({ gate }) => gate),
    /** Draws by hash what is left to chance. */
    draw({ id, sampling = 1, experiment }: Survey): Pick<Occasion, 'sampling' | 'experiment'> {
      return {
        sampling: { rate: sampling, bucket: toPlace(id) },
        experiment: experiment && {
          id: experiment.id,
          variant: toVariantId(experiment, toPlace(`${id} ${experiment.id}`)),
        },
      };
    },
    /** Says why each survey may be shown now, or not. */
    async explain(all: readonly (Survey | undefined)[], id: string | undefined): Promise<Explanation[]> {
      await history.settled();
      const inOtherTab = await isHeld();
      const world = toWorld();
      const current = environment.displays()?.current();
      const chosen = all.filter((survey) => id === undefined || survey?.id === id);
      return chosen.map((survey): Explanation => {
        const right = surveys.find((each) => each === survey);
        const moment = right && moments.get(right.id);
        const pending = right && triggers.map((each) => each.pending(right.id)).find((at) => at !== undefined);
        const gates: Gate[] = [
          { gate: 'definition', open: !!right },
          { gate: 'mode', open: mode !== 'off', value: mode },
          ...(right ? toGates(right, moment ?? {}, world) : []),
          {
            gate: 'trigger',
            open: !!moment,
            value: moment?.cause,
            wanted: right?.trigger ?? 'load',
            opensAt: pending,
          },
          { gate: 'turn', open: !current || current === right?.id, value: current },
          { gate: 'tab', open: !!current || !!environment.displays()?.holds() || !inOtherTab },
          { gate: 'page', open: isPresentable() },
        ];
        return {
          survey: `${survey?.id}`,
          open: gates.every(({ open }) => open),
          shown: !!current && current === right?.id,
          gates: gates.map((gate) => ({ ...gate, words: toWords(gate, world.now) })),
        };
      });
    },
    /** Somebody has logged out: what came in their time is not for whoever comes next. */
    clear() {
      for (const each of triggers) each.clear();
      together = [];
      moments.clear();
      seed = undefined;
    },
    stop() {
      // What still waits for history must not fetch or show anything any more.
      together = [];
      for (const stop of [...stops, ...triggers.map((each) => each.stop)]) stop();
    },
  };
};
export type Governance = ReturnType<typeof createGovernance>;
