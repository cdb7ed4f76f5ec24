import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isExpired } from '../../src/core/rules/isExpired.ts';
import { MOMENTS } from '../../src/memory/keys.ts';
import { parseSurvey, type Survey, type Trigger } from '../../src/schema/index.ts';
import type { Moment } from '../../src/triggers/moment.ts';
import { startTriggers, type Triggers } from '../../src/triggers/startTriggers.ts';

const START = Date.parse('2026-03-01T12:00:00Z');
const MINUTE_MS = 60_000;
const ticket = (id: string) => ({ subject: { type: 'ticket', id } });

const started: Triggers[] = [];
/** Starts the trigger of one survey, as a page does when it opens. `consent` can change later. */
const startPage = (trigger: Trigger | undefined, more: Partial<Survey> = {}, consent = { given: true }) => {
  const moments: Moment[] = [];
  const cancelled: string[] = [];
  const reports: string[] = [];
  const surveys = [parseSurvey({ id: 'a', metric: 'nps', trigger, ...more })];
  const triggers = startTriggers({
    surveys,
    now: Date.now,
    mayPersist: () => consent.given,
    onMoment: (moment) => moments.push(moment),
    onCancel: (id) => cancelled.push(id),
    report: (message) => reports.push(message),
  });
  started.push(triggers);
  const causes = () => moments.map(({ cause, subject }) => (subject ? `${cause} ${subject.id}` : cause));
  return { ...triggers, renew: () => triggers.renew(surveys), moments, cancelled, reports, causes };
};
const wait = (ms: number) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  sessionStorage.clear();
});
afterEach(() => {
  for (const { stop } of started.splice(0)) stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('a survey', () => {
  it.each(['load', undefined, {}] as const)('with the trigger %j is considered one second after load', (trigger) => {
    const { causes, moments } = startPage(trigger);
    wait(999);
    expect(causes()).toEqual([]);
    wait(1);
    expect(moments).toEqual([{ survey: expect.objectContaining({ id: 'a' }), cause: 'load', at: START + 1000 }]);
    wait(10 * MINUTE_MS);
    expect(causes()).toEqual(['load']);
  });

  it('with the trigger "manual" is never considered', () => {
    const { causes, track } = startPage('manual');
    track('manual');
    wait(10 * MINUTE_MS);
    expect(causes()).toEqual([]);
  });

  it('with only a delay is considered that long after load', () => {
    const { causes, pending } = startPage({ delay: '5m' });
    wait(5 * MINUTE_MS - 1);
    expect(causes()).toEqual([]);
    expect(pending('a')).toBe(START + 5 * MINUTE_MS);
    wait(1);
    expect(causes()).toEqual(['delay']);
    expect(pending('a')).toBeUndefined();
  });

  it('is considered at each tracked event of its trigger, with the subject and the properties of the event', () => {
    const { moments, track } = startPage({ event: 'order.confirmed' });
    track('order.opened');
    track('order.confirmed', { subject: { type: 'order', id: '1' }, properties: { total: 50 } });
    track('order.confirmed');
    expect(moments).toMatchObject([
      { cause: 'event order.confirmed', at: START, subject: { type: 'order', id: '1' }, properties: { total: 50 } },
      { cause: 'event order.confirmed', subject: undefined },
    ]);
  });

  it('is considered only when the properties match', () => {
    const { moments, track } = startPage({ event: 'order', where: { total: { min: 50 }, plan: { not: 'free' } } });
    track('order', { properties: { total: 49 } });
    track('order', { properties: { total: 50, plan: 'free' } });
    track('order');
    track('order', { properties: { total: 51 } });
    expect(moments.map(({ properties }) => properties)).toEqual([{ total: 51 }]);
  });

  it('is considered at each click, takes the focus, and uses the clicked element as its anchor when it is anchored', () => {
    document.body.innerHTML = '<button id="help"><b>?</b></button><button>no</button>';
    const anchored = startPage({ click: '#help' }, { presentation: 'anchored' });
    const popover = startPage({ click: '#help' });
    for (const each of document.querySelectorAll<HTMLElement>('b,button')) each.click();
    expect(anchored.moments).toHaveLength(2);
    expect(anchored.moments[0]).toMatchObject({ cause: 'click', takeFocus: true });
    expect(anchored.moments[0]?.anchor).toBe(document.querySelector('#help'));
    expect(popover.moments[1]).toMatchObject({ takeFocus: true });
    expect(popover.moments[1]?.anchor).toBeUndefined();
  });

  it('with an invalid selector is reported, and other surveys still work', () => {
    const moments: string[] = [];
    const reports: string[] = [];
    const survey = (id: string, trigger: Trigger) => parseSurvey({ id, metric: 'nps', trigger });
    const triggers = startTriggers({
      surveys: [survey('a', { click: '#1!' }), survey('b', { click: '*' })],
      now: Date.now,
      mayPersist: () => true,
      onMoment: ({ survey }) => moments.push(survey.id),
      onCancel: () => {},
      report: (message) => reports.push(message),
    });
    started.push(triggers);
    document.body.click();
    expect(moments).toEqual(['b']);
    expect(reports).toEqual([expect.stringContaining('Survey a: ')]);
  });

  it('is never considered after stop()', () => {
    const { causes, stop } = startPage({ idle: '30s', delay: '1s' });
    const other = startPage({ click: '*' });
    stop();
    other.stop();
    document.body.click();
    wait(10 * MINUTE_MS);
    expect([...causes(), ...other.causes()]).toEqual([]);
  });

  it('is considered again after renew(), which does not restart a running delay', () => {
    const load = startPage('load');
    const delay = startPage({ delay: '1m' });
    wait(30_000);
    load.renew();
    delay.renew();
    wait(30_000);
    expect(load.causes()).toEqual(['load', 'load']);
    wait(10 * MINUTE_MS);
    expect(delay.causes()).toEqual(['delay']);
  });
});

describe('a delayed trigger', () => {
  it('fires once for each subject, even when all were tracked in the same task', () => {
    const { causes, track, moments } = startPage({ event: 'closed', delay: '5m' });
    track('closed', ticket('1'));
    track('closed', ticket('2'));
    wait(5 * MINUTE_MS);
    expect(causes()).toEqual(['event closed 1', 'event closed 2']);
    expect(moments[0]?.at).toBe(START);
  });

  it('is dropped when twenty delayed triggers already wait', () => {
    const { causes, track } = startPage({ event: 'closed', delay: '5m' });
    for (let id = 1; id <= 30; id++) track('closed', ticket(`${id}`));
    wait(5 * MINUTE_MS);
    expect(causes()).toHaveLength(20);
    expect(causes()[0]).toBe('event closed 1');
  });

  it('is cancelled by an event in cancelOn, which calls onCancel', () => {
    const { causes, cancelled, track, pending } = startPage({ event: 'closed', delay: '5m', cancelOn: ['reopened'] });
    track('closed', ticket('1'));
    track('reopened');
    expect(pending('a')).toBeUndefined();
    expect(cancelled).toEqual(['a']);
    wait(10 * MINUTE_MS);
    track('closed', ticket('2'));
    wait(5 * MINUTE_MS);
    expect(causes()).toEqual(['event closed 2']);
    track('other');
    expect(cancelled).toEqual(['a']);
  });

  it('starts again with an event that is also in cancelOn', () => {
    const { causes, track } = startPage({ event: 'searched', delay: '1m', cancelOn: ['searched'] });
    track('searched');
    wait(50_000);
    track('searched');
    wait(50_000);
    expect(causes()).toEqual([]);
    wait(10_000);
    expect(causes()).toEqual(['event searched']);
  });

  it('with a delay after an event waits from the event, but at least until the page has loaded', () => {
    const readyState = vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('loading');
    const { track, takeUp, causes } = startPage({ event: 'closed', delay: '5s' });
    track('closed', ticket('1'));
    wait(3000);
    track('closed', ticket('2'));
    takeUp();
    wait(3000);
    expect(causes()).toEqual([]);
    readyState.mockRestore();
    dispatchEvent(new Event('load'));
    return Promise.resolve().then(() => {
      expect(causes()).toEqual(['event closed 1']);
      wait(2000);
      expect(causes()).toEqual(['event closed 1', 'event closed 2']);
    });
  });

  it('with a delay longer than the limit of browser timers does not fire at once', () => {
    const { causes, pending } = startPage({ delay: '30d', expires: '60d' });
    wait(MINUTE_MS);
    expect(causes()).toEqual([]);
    expect(pending('a')).toBe(START + 30 * 86_400_000);
  });
});

describe('a delayed trigger in a browser tab', () => {
  const stored = () => JSON.parse(sessionStorage.getItem(`${MOMENTS}a`) ?? 'null')?.moments ?? null;

  it('continues after navigation, with its subject and properties', () => {
    const first = startPage({ event: 'closed', delay: '5m' });
    first.track('closed', { ...ticket('1'), properties: { agent: 'x' } });
    wait(3 * MINUTE_MS);
    first.stop();
    const second = startPage({ event: 'closed', delay: '5m' });
    expect(second.pending('a')).toBe(START + 5 * MINUTE_MS);
    wait(2 * MINUTE_MS - 1);
    expect(second.causes()).toEqual([]);
    wait(1);
    expect(first.causes()).toEqual([]);
    expect(second.moments).toEqual([
      {
        survey: expect.objectContaining({ id: 'a' }),
        cause: 'event closed',
        at: START,
        subject: { type: 'ticket', id: '1' },
        properties: { agent: 'x' },
      },
    ]);
    expect(stored()).toBeNull();
    startPage({ event: 'closed', delay: '5m' });
    wait(10 * MINUTE_MS);
    expect(second.causes()).toHaveLength(1);
  });

  it('continues over several pages: a delay after load counts from the first page', () => {
    for (let page = 0; page < 4; page++) {
      const { causes, stop } = startPage({ delay: '1m' });
      wait(15_000);
      expect(causes()).toEqual(page < 3 ? [] : ['delay']);
      if (page === 3) wait(10 * MINUTE_MS);
      expect(causes()).toHaveLength(page < 3 ? 0 : 1);
      stop();
    }
  });

  it('can be cancelled on the next page', () => {
    const trigger = { event: 'closed', delay: '5m', cancelOn: ['reopened'] };
    const first = startPage(trigger);
    first.track('closed');
    first.stop();
    const second = startPage(trigger);
    second.track('reopened');
    second.stop();
    const third = startPage(trigger);
    wait(10 * MINUTE_MS);
    expect([...second.causes(), ...third.causes()]).toEqual([]);
  });

  it('fires at once when it is due as a page opens', () => {
    const first = startPage({ event: 'closed', delay: '5m' });
    first.track('closed');
    first.stop();
    wait(10 * MINUTE_MS);
    const second = startPage({ event: 'closed', delay: '5m' });
    expect(second.causes()).toEqual([]);
    wait(0);
    expect(second.causes()).toEqual(['event closed']);
  });

  it.each([
    [undefined, 61, []],
    [undefined, 59, ['event closed']],
    ['3h', 179, ['event closed']],
    ['3h', 181, []],
  ])('with expires %j, read after %d minutes, results in %j', (expires, minutes, expected) => {
    const trigger: Trigger = { event: 'closed', delay: '5m', expires };
    const first = startPage(trigger);
    first.track('closed');
    first.stop();
    wait(minutes * MINUTE_MS);
    const second = startPage(trigger);
    wait(0);
    expect(second.causes()).toEqual(expected);
    expect(stored()).toBeNull();
  });

  it('with a delay of hours has not expired when the delay is over', () => {
    const { track, causes } = startPage({ event: 'closed', delay: '2h' });
    track('closed');
    wait(120 * MINUTE_MS);
    expect(causes()).toEqual(['event closed']);
    const survey = parseSurvey({ id: 'a', metric: 'nps', trigger: { event: 'closed', delay: '2h' } });
    expect(isExpired(survey, 0, 241 * MINUTE_MS)).toBe(true);
  });

  it('waits no longer than its delay after the clock was set back', () => {
    const first = startPage({ event: 'closed', delay: '5m' });
    first.track('closed');
    first.stop();
    const DAY_MS = 86_400_000;
    vi.setSystemTime(START - DAY_MS);
    const second = startPage({ event: 'closed', delay: '5m' });
    expect(second.pending('a')).toBe(START - DAY_MS + 5 * MINUTE_MS);
    wait(5 * MINUTE_MS);
    expect(second.moments).toMatchObject([{ at: START - DAY_MS }]);
  });

  it('is dropped after the clock was set forward by a day', () => {
    const first = startPage({ event: 'closed', delay: '5m' });
    first.track('closed');
    first.stop();
    vi.setSystemTime(START + 86_400_000);
    const second = startPage({ event: 'closed', delay: '5m' });
    wait(10 * MINUTE_MS);
    expect(second.causes()).toEqual([]);
  });

  it('is not stored without consent, and is lost when the page is left', () => {
    const consent = { given: false };
    const { track, causes } = startPage({ event: 'closed', delay: '5m' }, {}, consent);
    track('closed');
    expect(sessionStorage).toHaveLength(0);
    wait(5 * MINUTE_MS);
    expect(causes()).toEqual(['event closed']);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not read before consent; with consent, stored and new delayed triggers continue', () => {
    const trigger = { event: 'closed', delay: '5m' };
    const first = startPage(trigger);
    first.track('closed', ticket('1'));
    first.stop();
    const consent = { given: false };
    const second = startPage(trigger, {}, consent);
    second.track('closed', ticket('2'));
    expect(stored()).toHaveLength(1);
    consent.given = true;
    second.takeUp();
    expect(stored()).toHaveLength(2);
    second.takeUp();
    wait(5 * MINUTE_MS);
    expect(second.causes().sort()).toEqual(['event closed 1', 'event closed 2']);
  });

  it('stays in memory when consent is withdrawn, and is stored again when consent returns', () => {
    const consent = { given: true };
    const { track, takeUp, causes } = startPage({ event: 'closed', delay: '5m' }, {}, consent);
    track('closed');
    consent.given = false;
    sessionStorage.clear();
    takeUp();
    expect(sessionStorage).toHaveLength(0);
    consent.given = true;
    takeUp();
    expect(stored()).toHaveLength(1);
    wait(5 * MINUTE_MS);
    expect(causes()).toEqual(['event closed']);
  });

  it('is cancelled by a logout', () => {
    const { track, clear, causes } = startPage({ event: 'closed', delay: '5m' });
    track('closed');
    clear();
    expect(stored()).toBeNull();
    wait(5 * MINUTE_MS);
    expect(causes()).toEqual([]);
  });

  it('fires once when its page returns from the back/forward cache', () => {
    const first = startPage({ event: 'closed', delay: '5m' });
    first.track('closed', ticket('1'));
    first.track('closed', ticket('2'));
    // The page in between cancels one of the delayed triggers.
    const [one, two] = stored();
    sessionStorage.setItem(`${MOMENTS}a`, JSON.stringify({ v: 1, moments: [two] }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(one.subject.id).toBe('1');
    wait(5 * MINUTE_MS);
    expect(first.causes()).toEqual(['event closed 2']);
  });

  it.each([
    '',
    'null',
    '{}',
    '[null]',
    '[["event closed",1772366400000,1772366460000]]',
    '{"v":1}',
    '{"v":1,"moments":{"0":1}}',
    '{"v":1,"moments":[null,5,"abc",{"cause":"x"},{"cause":"x","at":"y","due":"z"}]}',
    '{"v":2,"moments":[{"cause":"event closed","at":1772366400000,"due":1772366460000}]}',
  ])('is ignored when the stored value is %j', (text) => {
    sessionStorage.setItem(`${MOMENTS}a`, text);
    const { causes } = startPage({ event: 'closed', delay: '5m' });
    wait(10 * MINUTE_MS);
    expect(causes()).toEqual([]);
  });

  it('is lost when the page is left if there is no storage', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const spy = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refuse);
    try {
      const { track, takeUp, causes } = startPage({ event: 'closed', delay: '5m' });
      track('closed');
      takeUp();
      wait(5 * MINUTE_MS);
      expect(causes()).toEqual(['event closed']);
    } finally {
      spy.mockRestore();
    }
  });
});
