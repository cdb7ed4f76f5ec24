/** Who, when and how often, where a definition says more than the default: fetched by pages that have such a survey, or ask why. */

import { toDevice } from '../browser/device.ts';
import type { KeyValueStore } from '../browser/localStore.ts';
import { randomId } from '../browser/randomId.ts';
import { keepInTab, takeFromTab } from '../browser/tabStore.ts';
import { toJson } from '../browser/toJson.ts';
import { onUrlChange } from '../browser/urlChange.ts';
import { type Gate, isAtHome, toGates, type World } from '../core/rules/gates.ts';
import { toBucket, toVariantId } from '../core/rules/sampling.ts';
import { toReferrerClass, toVisit } from '../core/rules/visit.ts';
import type { Definition } from '../client/definition.ts';
import type { Displays, Facts, Occasion } from '../display/displays.ts';
import type { toExplanations } from './explanations.ts';
import { createHistory } from './history.ts';
import { createMemory } from '../memory/memory.ts';
import type { Explanation, NotShownReason, Report, Scorelet, ScoreletOptions } from '../api/options.ts';
import { CLOSED, SEED, VISIT } from '../memory/keys.ts';
import type { EventName, Properties, ScoreletEvent, Subject, Survey } from '../schema/index.ts';
import type { Moment } from '../triggers/moment.ts';
import { startTriggers, type Triggers } from '../triggers/startTriggers.ts';

/** The words of gates, and the panel that shows them. */
export interface DebugChunk {
  toExplanations: typeof toExplanations;
  togglePanel(client: Scorelet, environment: GovernanceEnvironment): () => void;
}

export interface GovernanceEnvironment {
  fetchDebug(): Promise<DebugChunk>;
  settings: ScoreletOptions;
  /** The options as the host gave them: the functions are there. */
  options: ScoreletOptions;
  definition: Definition;
  /** Whether the definition has rules of its own. */
  governed: boolean;
  facts: Facts;
  mode: 'live' | 'preview' | 'test' | 'off';
  automation: boolean;
  now: () => number;
  report: Report;
  store: KeyValueStore;
  mayPersist: () => boolean;
  /** The browser's, as it was when the client was made. */
  fetch: typeof fetch;
  /** Shows a survey as soon as the page can be asked. */
  show: (survey: Survey, occasion: Occasion) => void;
  /** What shows surveys, if it was fetched already. */
  displays: () => Displays | undefined;
  /** Fetches it. */
  load: () => Promise<Displays | undefined>;
  emit: (name: EventName, event: ScoreletEvent) => void;
}

/** As the first file has it: what is closed for longer is looked at again. */
const LONGEST_CLOSED_MS = 7e10 - 1;
/** The most decisions that one page posts. */
const MOST_DECISIONS = 20;

/** What a survey was considered for. */
type Considered = Pick<Occasion, 'subject' | 'at'>;

/** Creates the rules of a client. Nothing starts before `start()`. */
export const createGovernance = async (environment: GovernanceEnvironment) => {
  const { settings, options, facts, mode, now, report, store, mayPersist } = environment;
  const { definition, governed } = environment;
  const broken = await definition.fetchBroken();
  const surveys = definition.surveys.filter((survey) => !broken.includes(survey));
  const memory = createMemory(environment);
  const history = createHistory(environment);
  const stops: (() => void)[] = [];
  let triggers: Triggers[] = [];
  /** What was tracked before `start()`. */
  let early: Parameters<typeof track>[] | undefined = [];
  /** By survey, when its moment last came on this page. */
  const moments = new Map<string, Moment>();

  const visit = toVisit(store.get(VISIT), now(), toReferrerClass(document.referrer, location.origin));
  store.set(VISIT, toJson(visit));

  /** Sticks to the browser while nobody has said who it is; no longer than the tab where the browser says that it does not want to be known again. */
  const toSeed = () => {
    if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) {
      const forThisTab = `${takeFromTab(SEED) ?? randomId()}`;
      if (mayPersist()) keepInTab(SEED, toJson(forThisTab));
      return forThisTab;
    }
    const made = store.get(SEED) ?? randomId();
    store.set(SEED, made);
    return made;
  };
  let seed: string | undefined;
  const toPlace = (name: string) => {
    seed ??= facts.respondent.id ? undefined : toSeed();
    return toBucket(name, `${facts.respondent.id ?? seed}`);
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

  const toClosed = (survey: Survey, occasion: Considered): Gate[] => {
    const closed = toGates(survey, occasion, toWorld()).filter(({ open }) => !open);
    // The next pages need not fetch all this to learn the same, but for a survey that is about something else each time.
    if (closed[0] && !governed && !survey.subject && !facts.respondent.id && closed.every(({ opensAt }) => opensAt)) {
      const opening = Math.max(...closed.map(({ opensAt = 0 }) => opensAt));
      store.set(CLOSED + survey.id, `${Math.min(opening, now() + LONGEST_CLOSED_MS)}`);
    }
    return closed;
  };

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
    void environment.load().then((displays) => displays?.decide(survey, decision));
  };

  /** Those whose moments came together: what is more important first, then what was shown longest ago. */
  let together: Moment[] = [];
  const consider = async () => {
    await history.settled();
    const inOrder = together.sort(
      (a, b) =>
        (b.survey.priority ?? 0) - (a.survey.priority ?? 0) ||
        memory.lastAskOf(a.survey.id) - memory.lastAskOf(b.survey.id),
    );
    together = [];
    for (const { survey, cause, ...occasion } of inOrder) {
      const closed = toClosed(survey, occasion);
      tell(survey, cause, closed);
      if (!closed[0]) environment.show(survey, { ...occasion, cause });
    }
  };

  const begin = (list: readonly Survey[]) =>
    startTriggers({
      surveys: list,
      now,
      mayPersist,
      report: (message, cause) => report('definition_invalid', message, { cause }),
      onMoment(moment) {
        moments.set(moment.survey.id, moment);
        // No event, and nothing is posted: who looks on looks again.
        environment.emit('moment' as EventName, {} as ScoreletEvent);
        if (together.push(moment) === 1) setTimeout(consider);
      },
      onCancel: (surveyId) => environment.displays()?.cancel(surveyId),
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
          triggers[1]?.renew();
          environment.displays()?.leave(({ targeting = {} }) => !isAtHome(targeting, location.href));
        }),
      );
      const before = early ?? [];
      early = undefined;
      for (const tracked of before) track(...tracked);
    },
    track,
    /** Takes up what pages before this one left waiting, once it may be read. */
    takeUp() {
      for (const each of triggers) each.takeUp();
    },
    /** Drops what waits: it was another person's. */
    clear() {
      together = [];
      if (early) early = [];
      moments.clear();
      seed = undefined;
      for (const each of triggers) each.clear();
    },
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
        ...(sampling < 1 && { sampling: { rate: sampling, bucket: toPlace(id) } }),
        ...(experiment && {
          experiment: { id: experiment.id, variant: toVariantId(experiment, toPlace(`${id} ${experiment.id}`)) },
        }),
      };
    },
    /** Says why each survey may be shown now, or not. What says it in words is fetched. */
    async explain(id: string | undefined): Promise<Explanation[]> {
      await history.settled();
      const given: readonly (Survey | undefined)[] = definition.given;
      try {
        const { toExplanations } = await environment.fetchDebug();
        const world = toWorld();
        return await toExplanations(
          given.filter((survey) => id === undefined || survey?.id === id),
          {
            surveys,
            mode,
            world,
            gatesOf: (survey, moment) => toGates(survey, moment ?? {}, world),
            moments,
            pending: (surveyId) => triggers.map((each) => each.pending(surveyId)).find((at) => at !== undefined),
            started: !early,
            current: environment.displays()?.current(),
            holds: !!environment.displays()?.holds(),
          },
        );
      } catch (cause) {
        report('load_failed', `Explanation: ${cause}`, { cause });
        return [];
      }
    },
    /** Opens the panel for people, or closes it. */
    async debug(client: Scorelet) {
      try {
        const { togglePanel } = await environment.fetchDebug();
        stops.push(togglePanel(client, environment));
      } catch (cause) {
        report('load_failed', `Panel: ${cause}`, { cause });
      }
    },
    stop() {
      // What still waits for history must not fetch or show anything any more.
      together = [];
      for (const stop of [...stops, ...triggers.map((each) => each.stop)]) stop();
    },
  };
};
export type Governance = Awaited<ReturnType<typeof createGovernance>>;
