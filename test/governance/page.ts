/** A page of the host with a client: the actions of the host and the expected state. */

import type { Scorelet, ScoreletOptions } from '../../src/api/options.ts';
import { createScorelet } from '../../src/client/createScorelet.ts';
import type { Device } from './device.ts';
import { createHistory, type FakeHistory } from './fakeHistory.ts';
import type { FakeTab } from './fakeTab.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { type Come, createMoments, type Moments, rulesOf } from './moments.ts';
import { isHome, judge, type PlannedSurvey, type Situation, type Verdict } from './oracle.ts';
import type { Person } from './plan.ts';
import { CANCEL } from './planSurveys.ts';
import type { World } from './world.ts';

export type Consent = 'granted' | 'pending' | 'denied';

/** A prompt on the screen. */
export interface Open {
  readonly survey: PlannedSurvey;
  readonly page: Page;
  readonly since: number;
  /** The respondent who gives the answers. Identifying the respondent later changes it; a logout does not. */
  who: string | undefined;
  readonly covering: boolean;
  /** True when the prompt continues the response of the previous page. */
  readonly resumed: boolean;
  /** True when the respondent has answered. */
  begun: boolean;
  readonly close: (reason: never) => void;
}

export interface Page {
  readonly tab: FakeTab;
  readonly client: Scorelet;
  readonly knowledge: Knowledge;
  readonly history: FakeHistory;
  readonly moments: Moments;
  readonly createdAt: number;
  who: string | undefined;
  person: Partial<Person>;
  consent: Consent;
  loadedAt: number;
  /** The time of the last change of respondent. */
  changedAt: number;
  /** The time since which a prompt may appear; undefined when no prompt may appear. */
  presentableSince: number | undefined;
  visit: { begun: number; referrer: string };
  typing: boolean;
  alive: boolean;
  destroyed: boolean;
  open: Open | undefined;
  /** The moments that have fired on this page and were not cancelled. */
  come: Come[];
  /** The moments that should lead to a prompt, because every gate was open. */
  owed: Come[];
  /** The surveys that the host requested with show(). */
  asked: { survey: string; subject: string | undefined }[];
  errors: string[];
  /** The latest moment of each survey, even if it was cancelled. */
  last: Map<string, Come>;
  /** The surveys without a stored hint when the page opened. A page with default rules only does not consider surveys with a hint again. */
  openAtBegin: ReadonlySet<string> | undefined;
  /** The surveys that were shown on this page, and when. */
  shown: { survey: string; subject: string | undefined; at: number }[];
  /** The surveys that the host vetoed with beforeShow on this page. */
  vetoed: Set<string>;
  /** The incomplete responses in the tab. Each of them either continues on the page or is dropped. */
  resumes: ReadonlySet<string>;
}

const NO_TIME = 1_800_000;
export const toSubject = (key: string | undefined) => {
  if (!key) return undefined;
  const [type = '', id = ''] = key.split(':');
  return { type, id };
};

/** Returns true when a definition has rules other than the default ones. */
export const isGoverned = ({ plan }: World) =>
  plan.decisions ||
  plan.history !== 'none' ||
  plan.predicate !== 'none' ||
  plan.surveys.some(
    (survey) =>
      survey.targeting ||
      survey.frequency ||
      survey.experiment ||
      survey.priority !== undefined ||
      survey.sampling !== undefined ||
      Object.keys(rulesOf(survey)).some((key) => key !== 'event'),
  );

const toReferrer = (referrer: string) => {
  if (!referrer) return 'direct';
  return referrer.includes('google') ? 'search' : 'internal';
};

/** Returns the input of the oracle for a page and a survey now. */
export const toSituation = (world: World, page: Page, survey: PlannedSurvey, moment?: Partial<Come>): Situation => {
  const { tab, who, person, knowledge, history } = page;
  const { lang } = tab.document.documentElement as { lang: string };
  const refused = world.plan.predicate !== 'none' && survey.id === 's1';
  return {
    now: tab.device.now(),
    path: tab.location.pathname,
    device: tab.device.kind,
    languages: lang ? [lang] : tab.device.languages,
    referrer: page.visit.referrer,
    role: person.role,
    traits: person.traits ?? {},
    facts: [...knowledge.of(who), ...history.lists(who)],
    visit: page.visit.begun,
    bucket: world.buckets.get(bucketKey(page, survey.id)),
    history: history.isKnown(who),
    predicate: !refused,
    subject: moment?.subject,
    at: moment?.at,
  };
};
export const bucketKey = ({ who, createdAt, tab: { device, name } }: Page, survey: string) =>
  `${who ?? `${device.name}#${device.resets}${device.keeps ? '' : `${name} ${createdAt}`}`} ${survey}`;

/** Returns true when the oracle knows exactly what the page knows. */
export const isExact = ({ tab: { device } }: Page) => !device.setBack && !device.crowded;

export const judgePage = (
  world: World,
  page: Page,
  survey: PlannedSurvey,
  moment?: Partial<Come>,
): readonly Verdict[] => judge(survey, world.plan.surveys, toSituation(world, page, survey, moment));

/** Returns the closed gates according to the oracle. */
export const closedOf = (world: World, page: Page, survey: PlannedSurvey, moment?: Partial<Come>): readonly Verdict[] =>
  judgePage(world, page, survey, moment).filter(({ open }) => open === false);

const STAMP = 'scorelet:1:n:';
/** Reads the time until which a stored hint rules a survey out. */
const toUntil = (stamp: string | null | undefined) => Number((JSON.parse(stamp ?? '{}') as { until?: number }).until);
/** Returns true when the device has a stored hint that rules a survey out for an anonymous respondent. `onStamp` checks the hint. */
export const isStamped = ({ who, tab: { device } }: Page, survey: PlannedSurvey) =>
  who === undefined && toUntil(device.localStorage.getItem(STAMP + survey.id)) > device.now();

export interface PageHooks {
  present: (page: Page) => NonNullable<ScoreletOptions['present']>;
  /** Called when a stored hint rules a survey out until a time. */
  onStamp: (page: Page, survey: PlannedSurvey, until: number) => void;
  onCome: (page: Page, moment: Come) => void;
  listen: (page: Page) => void;
  /** Called when a list of records was written or removed. */
  onList: (device: Device) => void;
  /** Called when the host is asked whether a prompt may appear, and answers in this many milliseconds. */
  onAsk: (page: Page, ms: number) => void;
}

/** Opens a page. The host's code runs at once; `load` fires later. */
export const openPage = (world: World, tab: FakeTab, before: Page | undefined, hooks: PageHooks): Page => {
  const { plan, random, scheduler } = world;
  const { device } = tab;
  const governed = isGoverned(world);
  const consent: Consent = plan.consent === 'moody' ? random.pick(['granted', 'pending', 'denied']) : 'granted';
  const page = {
    tab,
    createdAt: scheduler.now(),
    who: undefined,
    person: {},
    consent,
    loadedAt: Number.POSITIVE_INFINITY,
    changedAt: Number.NEGATIVE_INFINITY,
    presentableSince: scheduler.now(),
    visit: { begun: device.now(), referrer: toReferrer(`${tab.document.referrer}`) },
    typing: false,
    alive: true,
    destroyed: false,
    open: undefined,
    come: [],
    owed: [],
    asked: [],
    errors: [],
    last: new Map(),
    openAtBegin: undefined,
    shown: [],
    vetoed: new Set(),
    resumes: new Set(plan.surveys.map(({ id }) => id).filter((id) => `scorelet:1:r:${id}` in tab.sessionStorage)),
  } as unknown as Page;
  const maps = () => device.keeps && page.consent === 'granted';
  const own = {
    knowledge: createKnowledge(device.bag, maps),
    history: createHistory(world, page),
    moments:
      before?.moments ??
      createMoments(scheduler, device.now, (moment) => currentOf(tab) && hooks.onCome(currentOf(tab) as Page, moment)),
  };
  Object.assign(page, own);
  pages.set(tab, page);
  device.onWrite = (writer, key, value) => {
    const each = currentOf(writer);
    if (!each) return;
    const [, facts, id = ''] = /^scorelet:1:([fn].*):(\w+)$/.exec(key) ?? [];
    const stamped = plan.surveys.find((survey) => facts === 'n' && survey.id === id);
    if (stamped && value) hooks.onStamp(each, stamped, toUntil(value));
    // After the anonymous history is moved, the identified respondent has it.
    if (facts?.startsWith('f:')) hooks.onList(device);
    const isHandedOver = facts === 'f:' ? value === undefined : facts?.startsWith('f:') && each.knowledge.isAlone(id);
    if (isHandedOver && each.who !== undefined) each.knowledge.settle(each.who, id);
  };
  if (consent === 'granted') own.moments.takeUp();
  if (consent === 'denied') {
    own.knowledge.wipe();
    own.moments.wipe();
  }

  tab.enter(() => {
    const client = createScorelet({
      collector: 'https://c.example/collect',
      surveys: plan.surveys as never,
      preload: 'trigger',
      ...(consent !== 'granted' && { consent }),
      ...(plan.decisions && { report: 'decisions' }),
      now: device.now,
      present: hooks.present(page),
      transport: (batch) => {
        const accepted = world.collector.receive(batch);
        if (batch.includes(':null'))
          world.violate('G8 nothing reaches the host', `${tab.name} posts a null, which no collector takes: ${batch}`);
        return new Promise((resolve) => {
          tab.post(random.whole(5, 300), () => resolve({ status: 200, accepted }));
        });
      },
      onError: ({ code, message }) => {
        page.errors.push(`${code} ${message}`);
        const known =
          (plan.history !== 'none' && message.startsWith('History')) ||
          (plan.veto !== 'none' && message.startsWith('beforeShow')) ||
          (plan.predicate === 'throws' && message.startsWith('isEligible'));
        if (!known) world.violate('G8 nothing reaches the host', `${tab.name} reports ${code}: ${message}`);
      },
      ...(plan.history !== 'none' && { history: own.history.answer }),
      ...(plan.predicate !== 'none' && {
        isEligible: ({ id }) => {
          if (id !== 's1') return true;
          if (plan.predicate === 'throws') throw new Error('the predicate throws');
          return false;
        },
      }),
      ...(plan.veto !== 'none' && {
        beforeShow: (session) => {
          world.note(`veto ${plan.veto}`);
          const drop = (yes: boolean) => {
            if (!yes) page.vetoed.add(session.survey.id);
            if (!yes) page.owed = page.owed.filter(({ survey }) => survey.id !== session.survey.id);
            return yes;
          };
          if (plan.veto === 'throws' && random.chance(0.5)) {
            drop(false);
            throw new Error('the host throws');
          }
          const answer = drop(random.chance(0.7));
          if (plan.veto === 'quick') return answer;
          if (plan.veto === 'late') drop(false);
          const wait = plan.veto === 'late' ? 5000 : random.whole(100, 1800);
          hooks.onAsk(page, wait);
          return new Promise((resolve) => tab.post(wait, () => resolve(answer)));
        },
      }),
    });
    Object.assign(page, { client });
  });
  hooks.listen(page);
  world.pages++;
  // The client starts in a separate task.
  scheduler.after(1, () => {
    if (!page.alive || page.destroyed) return;
    if (!governed) {
      const open = plan.surveys.filter((survey) => !isStamped(page, survey));
      page.openAtBegin = new Set(open.map(({ id }) => id));
      return;
    }
    const now = device.now();
    const known = own.knowledge.visit();
    const visit =
      known && Math.abs(now - known.seen) < NO_TIME
        ? { ...known, begun: Math.min(known.begun, now), seen: now }
        : { begun: now, seen: now, referrer: toReferrer(`${tab.document.referrer}`) };
    page.visit = visit;
    own.knowledge.setVisit(visit);
  });
  return page;
};

const pages = new WeakMap<FakeTab, Page>();
/** Returns the page that is open in a tab. */
export const currentOf = (tab: FakeTab): Page | undefined => {
  const page = pages.get(tab);
  return page?.alive ? page : undefined;
};

/** Called when the page has loaded. Its delays start now. */
export const finishLoading = (world: World, page: Page): void => {
  const { tab, moments } = page;
  const { scheduler, plan } = world;
  page.loadedAt = Math.max(scheduler.now(), page.createdAt + 1);
  tab.document.readyState = 'complete';
  tab.fire('load');
  // A destroyed client leaves its waiting moments to the next page.
  if (!page.destroyed) moments.load();
  for (const survey of plan.surveys) moments.start(survey, page.loadedAt);
};

/** Identifies the respondent. */
export const identify = (world: World, page: Page, person: Person): void => {
  const { client, tab } = page;
  world.tell(tab.name, () => `identifies ${person.id}`);
  if (page.who !== undefined && page.who !== person.id) forget(world, page);
  if (page.who === undefined && page.open && page.open.who === undefined) page.open.who = person.id;
  // A prompt that was due for the anonymous respondent is not due for the identified respondent.
  page.owed = [];
  page.who = person.id;
  page.person = { ...page.person, ...person };
  page.changedAt = world.scheduler.now();
  tab.enter(() => client.identify(person));
};

const forget = (world: World, page: Page): void => {
  const { tab, knowledge, moments } = page;
  knowledge.reset();
  moments.clear();
  tab.device.resets++;
  if (tab.device.tabs.size > 1) tab.device.blurred = true;
  page.who = undefined;
  page.person = {};
  page.come = [];
  page.owed = [];
  page.asked = [];
  page.changedAt = world.scheduler.now();
};

/** Logs the respondent out. */
export const logout = (world: World, page: Page): void => {
  world.tell(page.tab.name, () => `logs ${page.who ?? 'nobody'} out`);
  page.knowledge.reset();
  page.tab.enter(() => page.client.reset());
  forget(world, page);
};

/** Tracks an event of the host. */
export const track = (
  world: World,
  page: Page,
  name: string,
  subject: string | undefined,
  amount: number | undefined,
): void => {
  const { tab, moments, client } = page;
  world.tell(tab.name, () => `tracks ${name} ${subject ?? ''} ${amount ?? ''}`);
  for (const survey of world.plan.surveys) {
    const { event, where, cancelOn } = rulesOf(survey);
    if (cancelOn?.includes(name)) {
      moments.cancel(survey);
      page.come = page.come.filter((each) => each.survey !== survey);
      page.owed = page.owed.filter((each) => each.survey !== survey);
    }
    if (event === name && (!where || (amount !== undefined && amount >= where.amount.min)))
      moments.add({ survey, cause: `event ${name}`, at: tab.device.now(), subject, amount });
  }
  if (name === CANCEL) world.note('cancelled');
  tab.enter(() =>
    client.track(name, {
      subject: toSubject(subject),
      properties: amount === undefined ? undefined : { amount },
    }),
  );
};

/** Changes the URL without a load. */
export const moveTo = (world: World, page: Page, path: string): void => {
  const { tab, moments } = page;
  world.tell(tab.name, () => `moves to ${path}`);
  const url = `https://shop.example${path}`;
  if (url === tab.location.href) return;
  Object.assign(tab.location, { href: url, pathname: path });
  const governed = isGoverned(world);
  for (const survey of world.plan.surveys) {
    if (!isHome(survey, path)) {
      page.owed = page.owed.filter((each) => each.survey !== survey);
    }
    if (governed && (survey.targeting?.url ?? survey.targeting?.notUrl))
      moments.start(survey, Math.max(page.loadedAt, world.scheduler.now()));
  }
  tab.fire('popstate');
};
