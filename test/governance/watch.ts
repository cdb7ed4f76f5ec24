/** Compares every prompt, decision and explanation with the expected one. */
import type { Explanation } from '../../src/api/options.ts';
import { after } from './calendar.ts';
import type { Fact } from './knowledge.ts';
import { type Come, rulesOf } from './moments.ts';
import { clocksOf, isFresh, judge, type PlannedClock, type PlannedSurvey, type Verdict } from './oracle.ts';
import {
  bucketKey,
  closedOf,
  isExact,
  isGoverned,
  isStamped,
  judgePage,
  type Open,
  type Page,
  type PageHooks,
  toSituation,
} from './page.ts';
import { respond } from './respondent.ts';
import { toWrongVisit } from './visits.ts';
import type { World } from './world.ts';

/** The maximum time that `beforeShow` takes after the last decision. */
const VETO_MS = 2100;
/** A prompt that may appear must appear within this time. */
export const GRACE_MS = 8000;
const LEASE_MS = 600_000;
const LOCK = 'scorelet';

interface Said {
  readonly type: string;
  readonly subject: string;
  readonly data: {
    readonly survey: { readonly id: string };
    readonly subject?: { readonly type: string; readonly id: string };
    readonly respondent?: { readonly id?: string };
    readonly sampling: { readonly rate: number; readonly bucket: number };
    readonly context: { readonly experiment?: { readonly variant: string } };
    readonly reasons?: readonly { readonly gate: string; readonly name?: string; readonly opensAt?: string }[];
    readonly trigger?: string;
  };
}

const keyOf = (subject: Said['data']['subject']) => subject && `${subject.type}:${subject.id}`;
const nameOf = ({ gate, name }: { gate: string; name?: string | undefined }) => (name ? `${gate} ${name}` : gate);

interface Watch extends PageHooks {
  check: (page: Page) => void;
  look: (page: Page) => void;
  /** Called when the page is left. */
  onLeave: (page: Page) => void;
}

export const createWatch = (world: World): Watch => {
  const { plan, scheduler, violate } = world;
  const governed = isGoverned(world);
  const surveyOf = (id: string) => plan.surveys.find((each) => each.id === id) as PlannedSurvey;

  const isSticky = (page: Page, survey: string, bucket: number) => {
    // An anonymous respondent gets a new id for each response, except when sampling stores a random number for this respondent.
    const isDrawn = (surveyOf(survey).sampling ?? 1) < 1 && plan.consent !== 'moody' && !page.tab.device.blurred;
    if (page.who === undefined && !isDrawn) return;
    const key = bucketKey(page, survey);
    const before = world.buckets.get(key) ?? bucket;
    world.buckets.set(key, bucket);
    if (before !== bucket)
      violate('G7 sampling sticks', `${page.tab.name} draws ${bucket} for ${key}, which was ${before}`);
  };

  /** G2: at most one prompt covers the page. */
  const isAlone = (page: Page, survey: PlannedSurvey) => {
    if (page.open)
      violate('G2 one prompt at a time', `${page.tab.name} shows ${survey.id} over ${page.open.survey.id}`);
    const { device } = page.tab;
    if (survey.presentation === 'inline' || (!device.hasLocks && !device.keeps)) return;
    for (const tab of device.tabs) {
      const other = allPages.get(tab);
      if (tab === page.tab || !other?.alive || !other.open?.covering) continue;
      // Without locks, a lease expires after a time, or when the clock is set.
      if (!device.hasLocks && (plan.clocks !== 'right' || scheduler.now() - other.open.since > LEASE_MS - 5000))
        continue;
      // Withdrawn consent removes the lease with everything else.
      if (!device.hasLocks && plan.consent === 'moody') continue;
      violate(
        'G2 one prompt at a time',
        `${page.tab.name} shows ${survey.id} while ${tab.name} shows ${other.open.survey.id}`,
      );
    }
  };
  const allPages = new Map<Page['tab'], Page>();

  /** The time when a fact was last recorded on each device. */
  const lastFact = new Map<Page['tab']['device'], number>();

  /** Returns the subject of a prompt. Without consent, the events do not state it: it is that of the next moment that may be shown. */
  const subjectOf = (page: Page, { data }: Said) => {
    if (page.consent !== 'denied') return keyOf(data.subject);
    const left = page.come.filter(
      ({ survey, subject, firedAt }) =>
        survey.id === data.survey.id &&
        !page.shown.some((each) => each.survey === survey.id && each.subject === subject && each.at >= firedAt),
    );
    return (left.find((each) => !closedOf(world, page, each.survey, each)[0]) ?? left[0])?.subject;
  };

  /** G1, G3, G7: checks the conditions for a prompt when it appears. */
  const onDisplayed = (page: Page, event: Said) => {
    const { data } = event;
    const survey = surveyOf(data.survey.id);
    const subject = subjectOf(page, event);
    const isAsked = (about: string | undefined) => about === subject || page.consent === 'denied';
    const { tab } = page;
    world.displays++;
    if (data.respondent?.id !== page.who && page.consent !== 'denied')
      violate('G7 sampling sticks', `${survey.id} is displayed to ${data.respondent?.id} instead of ${page.who}`);
    if (page.consent !== 'denied') isSticky(page, survey.id, data.sampling.bucket);
    else if (data.sampling.bucket !== 0)
      violate('G7 sampling sticks', `${tab.name} tells ${data.sampling.bucket} for ${survey.id} without consent`);
    const rate = survey.sampling ?? 1;
    if (data.sampling.rate !== rate || data.sampling.bucket >= rate * 10_000)
      violate('G7 sampling sticks', `${survey.id} says ${JSON.stringify(data.sampling)} at a rate of ${rate}`);

    const moments = page.come.filter((each) => each.survey === survey && isAsked(each.subject));
    const byCode = page.asked.some((each) => each.survey === survey.id && isAsked(each.subject));
    // The fact may be recorded later in the same millisecond.
    scheduler.after(1, () => {
      const isCome = page.come.some((each) => each.survey === survey && isAsked(each.subject));
      if (byCode || isCome || plan.clocks !== 'right' || page.changedAt >= scheduler.now() - 1) return;
      violate('G10 no prompt without its moment', `${tab.name} shows ${survey.id} about ${subject ?? 'nothing'}`);
    });
    const closed = closedOf(world, page, survey, { subject }).filter(
      ({ gate }) => governed || /clock|never|role/.test(gate),
    );
    if (!isExact(page)) return;
    for (const gate of closed) {
      const invariant = gate.gate === 'history' ? 'G1 history is awaited' : 'G1 no gate is broken';
      violate(
        invariant,
        `${page.tab.name} shows ${survey.id} about ${subject ?? 'nothing'} to ${page.who ?? 'nobody'} though ${nameOf(gate)} is closed`,
      );
    }
    if (
      governed &&
      !byCode &&
      moments[0] &&
      !moments.some(({ at }) => isFresh(survey, at, page.tab.device.now() - VETO_MS))
    )
      violate('G1 no gate is broken', `${survey.id} is shown for a moment that is too old`);
    const { device } = page.tab;
    const repeated =
      subject !== undefined &&
      !survey.frequency &&
      (survey.scope ?? 'transactional') === 'transactional' &&
      survey.subject !== undefined &&
      page.knowledge
        .of(page.who)
        .flat()
        .some((fact) => fact.survey === survey.id && fact.subject === subject && fact.outcome === 'answered');
    if (repeated)
      violate('G3 once per subject', `${survey.id} asks ${page.who} about ${subject} again on ${device.name}`);
    // Among simultaneous moments, the one with the highest priority goes first.
    const mine = moments.at(-1);
    if (!mine || byCode || !governed || plan.veto !== 'none') return;
    for (const other of page.owed)
      if (
        other.firedAt === mine.firedAt &&
        // Even a delay of zero takes a separate task.
        !rulesOf(other.survey).delay === !rulesOf(survey).delay &&
        (other.survey.priority ?? 0) > (survey.priority ?? 0) &&
        judgePage(world, page, other.survey, other).every(({ open }) => open)
      )
        violate('G5 what is due is shown', `${survey.id} goes before ${other.survey.id}, which has a higher priority`);
  };

  const present: PageHooks['present'] = (page) => (session, options) => {
    const { tab } = page;
    const survey = surveyOf(session.survey.id);
    const resumed = session.snapshot().said.includes('displayed');
    isAlone(page, survey);
    const open: Open = {
      survey,
      page,
      since: scheduler.now(),
      who: page.who,
      covering: survey.presentation !== 'inline',
      resumed,
      begun: resumed,
      close: options.close as never,
    };
    if (!page.alive || page.destroyed)
      violate('G8 nothing reaches the host', `${tab.name} shows ${survey.id} after its end`);
    page.open = open;
    allPages.set(tab, page);
    world.note(resumed ? 'resumed' : 'displayed');
    if (survey.presentation === 'inline') world.note('inline');
    let about: string | undefined;
    const stop = page.client.on('displayed', (event) => {
      about = subjectOf(page, event as unknown as Said);
      page.shown.push({ survey: survey.id, subject: about, at: scheduler.now() });
      onDisplayed(page, event as unknown as Said);
    });
    const keep = (outcome: Fact['outcome']) => {
      if (outcome === 'answered') scheduler.after(50, () => isClosedElsewhere(page, open));
      // If the page has not fetched the rules chunk because it knew no facts, a new fact cancels delayed triggers.
      if (!governed) for (const each of tab.device.tabs) Object.assign(allPages.get(each) ?? {}, { owed: [] });
      lastFact.set(tab.device, scheduler.now());
      page.knowledge.add(open.who, { survey: survey.id, outcome, at: tab.device.now(), subject: about });
      world.tell(tab.name, () => `${survey.id} ${about ?? ''} ${outcome} (${open.who ?? 'nobody'})`);
    };
    if (resumed) about = resumedSubjects.get(`${tab.name} ${survey.id}`);
    session.subscribe((change) => {
      if (change.type === 'answered') open.begun = true;
      if (change.type === 'displayed' || change.type === 'answered' || change.type === 'snoozed') keep(change.type);
      if (change.type === 'completed') keep('answered');
      if (change.type !== 'dismissed') return;
      if (change.reason === 'never') keep('never');
      // A prompt that the page removes does not count as dismissed by the respondent.
      else if (!change.answeredCount && ['close_button', 'escape', 'outside'].includes(change.reason))
        keep('dismissed');
    });
    session.display();
    stop();
    resumedSubjects.set(`${tab.name} ${survey.id}`, about as string);
    page.owed = page.owed.filter((each) => each.survey !== survey || each.subject !== about);
    if (resumed) world.tell(tab.name, () => `${survey.id} comes back`);
    respond(world, open, session, options);
    // A display can close gates in the other tabs. A moment that finds its gate closed is over.
    settle(page);
    return () => {
      if (page.open === open) page.open = undefined;
      world.tell(tab.name, () => `${survey.id} is gone`);
      quietSince.set(tab.device, scheduler.now());
      settle(page);
    };
  };
  const resumedSubjects = new Map<string, string>();

  /** G9: an answer in one tab closes the prompt in other tabs, unless the respondent has begun to answer in them. */
  const isClosedElsewhere = (page: Page, { survey, who }: Open) => {
    const { device } = page.tab;
    if (!device.keeps || plan.consent === 'moody' || !isExact(page)) return;
    for (const tab of device.tabs) {
      const other = allPages.get(tab);
      const { open } = other ?? {};
      if (tab === page.tab || !other?.alive || other.destroyed || open?.survey !== survey || open.who !== who) continue;
      if (scheduler.now() - open.since < 60 || open.begun || other.who !== who) continue;
      const about = resumedSubjects.get(`${tab.name} ${survey.id}`);
      const closed = closedOf(world, other, survey, { subject: about }).some(({ gate }) => gate === 'clock');
      world.note('open in two tabs');
      if (closed)
        violate('G9 answered here, closed there', `${tab.name} still shows ${survey.id}, answered in ${page.tab.name}`);
    }
  };

  /** Checks after a change that a due prompt appears. */
  const settle = (page: Page) => {
    for (const tab of page.tab.device.tabs) {
      const each = allPages.get(tab);
      if (!each?.alive) continue;
      each.owed = each.owed.filter(({ survey, ...moment }) => !closedOf(world, each, survey, moment)[0]);
      scheduler.after(GRACE_MS + 1, () => check(each));
    }
  };

  /** The time since which no tab of a device has a prompt or asks the host about one. */
  const quietSince = new Map<Page['tab']['device'], number>();
  /** A prompt that waits for the host's answer keeps the others waiting. */
  const onAsk: PageHooks['onAsk'] = ({ tab: { device } }, ms) => {
    const wait = Math.min(ms, VETO_MS);
    quietSince.set(device, scheduler.now() + wait);
    for (const tab of device.tabs) {
      const other = allPages.get(tab);
      if (other) scheduler.after(wait + GRACE_MS + 1, () => check(other));
    }
  };
  /** A prompt goes with its page. */
  const onLeave = (page: Page) => {
    if (!page.open) return;
    quietSince.set(page.tab.device, scheduler.now());
    settle(page);
  };

  /** Part of the invariant G8: the number of lists of records is bounded, however many respondents use the device. */
  const onList: PageHooks['onList'] = (device) => {
    const lists = Object.keys(device.localStorage).filter((key) => key.startsWith('scorelet:1:f:')).length;
    if (lists > 100) violate('G8 nothing reaches the host', `${device.name} keeps ${lists} lists of records`);
    // From here on, the oldest lists are dropped.
    if (lists >= 90) device.crowded = true;
  };

  /** G5: reports a due prompt that has not appeared although nothing has blocked it for long enough. */
  const check = (page: Page) => {
    const { tab } = page;
    const { device } = tab;
    const now = scheduler.now();
    if (!page.alive || page.destroyed || !page.owed[0] || !isExact(page) || plan.clocks !== 'right') return;
    if (page.presentableSince === undefined || now - page.presentableSince < GRACE_MS) return;
    if (now - page.changedAt < GRACE_MS || plan.consent === 'moody') return;
    for (const other of device.tabs) {
      const { open } = allPages.get(other) ?? {};
      if (open && allPages.get(other)?.alive) return;
    }
    if (now - (quietSince.get(device) ?? 0) < GRACE_MS) return;
    // Another tab may hold a lease that it did not release.
    if (!device.hasLocks && device.keeps && device.localStorage.getItem('scorelet:1:o')) return;
    for (const moment of page.owed) {
      const { survey } = moment;
      if (closedOf(world, page, survey, moment)[0] || now - moment.firedAt < GRACE_MS) continue;
      if (judgePage(world, page, survey, moment).some(({ open }) => open === undefined)) continue;
      violate(
        'G5 what is due is shown',
        `${tab.name} does not show ${survey.id} about ${moment.subject ?? 'nothing'} to ${page.who ?? 'nobody'}, due since ${(moment.firedAt / 1000).toFixed(3)} s`,
      );
    }
  };

  const onCome = (page: Page, moment: Come) => {
    const { tab } = page;
    allPages.set(tab, page);
    if (page.destroyed) return;
    world.tell(tab.name, () => `moment of ${moment.survey.id} (${moment.cause}) ${moment.subject ?? ''}`);
    world.note(moment.cause.split(' ')[0] as string);
    page.come.push(moment);
    page.last.set(moment.survey.id, moment);
    // This check runs after the client has decided.
    const consider = () => {
      if (!page.alive || page.destroyed || !page.come.includes(moment)) return;
      const { survey } = moment;
      if (!page.history.isKnown(page.who)) return;
      const closed = closedOf(world, page, survey, moment);
      if (page.shown.some(({ survey: id, at }) => id === survey.id && at >= moment.firedAt)) return;
      if (page.resumes.has(survey.id) || page.vetoed.has(survey.id)) return;
      if (!governed && isStamped(page, survey)) return;
      if (governed && !judgePage(world, page, survey, moment).every(({ open }) => open)) return;
      if (!closed[0] && (governed || page.openAtBegin?.has(survey.id) || moment.cause !== 'load')) {
        page.owed.push(moment);
        settle(page);
      }
    };
    if (page.history.isKnown(page.who)) consider();
    else scheduler.after(3001, consider);
    if (governed && world.random.chance(0.3)) tab.post(world.random.whole(1, 400), () => look(page));
  };

  const listen: PageHooks['listen'] = (page) => {
    allPages.set(page.tab, page);
    const { client, tab } = page;
    client.on('suppressed', (event) => {
      const { data } = event as unknown as Said;
      world.note('suppressed');
      const survey = surveyOf(data.survey.id);
      if (!data.reasons?.[0]) violate('G4 every suppression is explained and true', `${survey.id} has no reason`);
      if (!isExact(page)) return;
      const subjects = new Set([
        undefined,
        ...page.come.filter((each) => each.survey === survey).map((each) => each.subject),
        ...page.asked.map((each) => each.subject),
      ]);
      for (const reason of data.reasons ?? []) {
        if (reason.gate === 'expired') continue;
        const isClosed = [...subjects].some((subject) =>
          judgePage(world, page, survey, { subject }).some(
            (each) => each.gate === reason.gate && each.name === reason.name && each.open !== true,
          ),
        );
        if (!isClosed)
          violate(
            'G4 every suppression is explained and true',
            `${tab.name}: ${survey.id} is suppressed by ${nameOf(reason)}, which is open`,
          );
      }
    });
    client.on('answered', (event) => sameVariant(event as unknown as Said));
    client.on('completed', (event) => sameVariant(event as unknown as Said));
    client.on('displayed', (event) => sameVariant(event as unknown as Said));
  };
  const sameVariant = ({ subject, data }: Said) => {
    const variant = `${data.context.experiment?.variant}`;
    const before = world.variants.get(subject) ?? variant;
    world.variants.set(subject, variant);
    if (before !== variant)
      violate('G7 sampling sticks', `response ${subject} changes from variant ${before} to ${variant}`);
  };

  /** G4: requests an explanation and compares it with the oracle. */
  const look = (page: Page) => {
    const { tab, client } = page;
    if (!page.alive || page.destroyed) return;
    tab.enter(() => {
      void client.explain().then((all) => {
        if (!page.alive || page.destroyed) return;
        // A fact of the same millisecond may be newer than the explanation.
        if (lastFact.get(tab.device) === scheduler.now()) return;
        world.looks++;
        const words = governed && toWrongVisit(page, scheduler.now());
        if (words) violate('G13 a visit is of this time', `${tab.name} ${words}`);
        for (const each of all) compare(page, each);
      });
    });
  };

  const compare = (page: Page, { survey: id, gates, open }: Explanation) => {
    const { tab } = page;
    const survey = surveyOf(id);
    const lie = (words: string) => violate('G4 every suppression is explained and true', `${tab.name}: ${id} ${words}`);
    const gateOf = (gate: string) => gates.find((each) => each.gate === gate);
    const bucket = gateOf('sampling')?.value as number | undefined;
    if (bucket !== undefined && governed) isSticky(page, id, bucket);
    if (open !== gates.every((gate) => gate.open)) lie('is not open as its gates are');
    // An explanation describes the last moment that fired.
    const moment = gateOf('trigger')?.open ? page.last.get(id) : undefined;
    const situation = { ...toSituation(world, page, survey, moment), bucket };
    if (!governed || !page.visit) Object.assign(situation, { visit: situation.visit });
    const verdicts = judge(survey, plan.surveys, situation);
    const wanted = new Map(verdicts.map((verdict) => [nameOf(verdict), verdict]));
    const known: readonly string[] = ['definition', 'mode', 'trigger', 'turn', 'tab', 'page'];
    for (const gate of gates) {
      if (known.includes(gate.gate)) continue;
      const verdict = wanted.get(nameOf(gate));
      wanted.delete(nameOf(gate));
      if (!verdict) lie(`has a gate ${nameOf(gate)} of which nobody knows`);
      else if (isComparable(page, gate, survey)) compareGate(lie, nameOf(gate), gate, verdict);
    }
    for (const name of wanted.keys()) lie(`says nothing of ${name}`);
    if (gateOf('tab')?.open === false && tab.device.locks.holder(LOCK) === tab)
      lie('says that another tab has the prompt, which is on its way in this one');
    if (gateOf('page')?.open !== (!tab.document.hidden && !tab.modal && !page.typing)) lie('is wrong about the page');
    if (gateOf('turn')?.open !== (!page.open || page.open.survey.id === id)) lie('is wrong about whose turn it is');
    isBounded(page, survey, gates, lie);
    isSteady(page, survey, gates, moment?.subject);
  };
  const isComparable = (page: Page, gate: Explanation['gates'][number], survey: PlannedSurvey) => {
    if (gate.gate === 'clock' || gate.gate === 'never') {
      const clock = clocksOf(survey)[`${gate.name}`];
      // A page without permission to store data starts its own visit.
      const aboutVisit = JSON.stringify(clock ?? {}).includes('visit');
      return isExact(page) && !(aboutVisit && (!governed || plan.consent === 'moody' || plan.clocks !== 'right'));
    }
    if (gate.gate === 'referrer') return governed && plan.consent !== 'moody' && plan.clocks === 'right';
    if (gate.gate === 'expired') return plan.clocks === 'right';
    return true;
  };
  const compareGate = (
    lie: (words: string) => void,
    name: string,
    gate: Explanation['gates'][number],
    verdict: Verdict,
  ) => {
    if (verdict.open === undefined) return;
    if (gate.open !== verdict.open) return lie(`says that ${name} is ${gate.open ? 'open' : 'closed'}`);
    if (verdict.open || gate.gate === 'expired' || gate.gate === 'history') return;
    if (gate.opensAt !== verdict.opensAt)
      lie(`says that ${name} opens at ${gate.opensAt} instead of ${verdict.opensAt}`);
  };
  /** The known facts and the end of each frequency cap, by respondent and cap. */
  const openings = new Map<string, readonly [facts: string, opensAt: number]>();
  /** G12: the end of a frequency cap does not move while no new fact is recorded. */
  const isSteady = (page: Page, survey: PlannedSurvey, gates: Explanation['gates'], about: string | undefined) => {
    const { device } = page.tab;
    if (!device.keeps || device.crowded || device.blurred || plan.consent === 'moody' || plan.history !== 'none')
      return;
    const known = page.knowledge
      .of(page.who)
      .flat()
      .map(({ at }) => at)
      .join();
    for (const { gate, name, opensAt = 0 } of gates) {
      if (gate !== 'clock' || !Number.isFinite(opensAt)) continue;
      const key = `${device.name} ${page.who} ${device.resets} ${survey.id} ${name} ${about}`;
      const [facts, before] = openings.get(key) ?? [];
      openings.set(key, [known, opensAt]);
      // A day with a change to daylight saving time can be an hour shorter.
      if (facts === known && before && opensAt > before + 3_600_000)
        violate(
          'G12 a pause does not move',
          `${page.tab.name}: ${survey.id} ${name} opened at ${before}, now ${opensAt}`,
        );
    }
  };
  /** Checks that no frequency cap lasts longer than its longest pause, even if the device's clock was set. */
  const isBounded = (page: Page, survey: PlannedSurvey, gates: Explanation['gates'], lie: (words: string) => void) => {
    const now = page.tab.device.now();
    for (const { gate, name, opensAt = 0 } of gates) {
      if (gate !== 'clock' || !Number.isFinite(opensAt)) continue;
      const { displayed, answered, dismissed, snoozed } = clocksOf(survey)[`${name}`] as PlannedClock;
      const pauses = [displayed, answered, dismissed, snoozed].filter((each) => each && !/visit|ever/.test(each));
      const most = Math.max(0, ...pauses.map((each) => after(now, `${each}`, 8)));
      if (opensAt > most) lie(`waits for ${name} longer than that ever takes`);
    }
  };

  /** G11: a survey with a stored hint is not shown before the time of the hint. */
  const onStamp: PageHooks['onStamp'] = (page, survey, until) => {
    // Pages with non-default rules do not read stored hints.
    if (governed) return;
    const now = page.tab.device.now();
    scheduler.after(0, () => {
      if (!isExact(page) || plan.clocks !== 'right' || page.who !== undefined || !page.alive) return;
      world.note('stamped');
      const opensAt = Math.max(now, ...closedOf(world, page, survey).map((each) => each.opensAt ?? 0));
      if (until > opensAt)
        violate(
          'G11 stamps are true',
          `${page.tab.name} stamps ${survey.id} until ${until}, which opens at ${opensAt}`,
        );
    });
  };

  return { present, onStamp, onCome, listen, check, look, onList, onAsk, onLeave };
};
