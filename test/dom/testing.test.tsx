import { within } from '@testing-library/preact';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createScorelet, type ScoreletOptions, type Survey } from '../../src/index.ts';
import {
  createTestClock,
  createTestCollector,
  createTestStorage,
  fillJsdom,
  findPrompt,
  queryPrompt,
  waitForPrompt,
} from '../../src/testing/index.ts';

let restore = () => {};
const before = Object.getOwnPropertyDescriptor(globalThis, 'matchMedia');
// The missing APIs are installed once for the whole file, because timers of a prompt may run after its test.
beforeAll(() => {
  restore = fillJsdom();
});
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** Creates a client with one survey, as an app would, and records its events. */
const open = (survey: Partial<Survey> & object = { metric: 'nps' }, options: Partial<ScoreletOptions> = {}) => {
  const collector = createTestCollector();
  const errors: unknown[] = [];
  const scorelet = createScorelet({
    collector: '/collect',
    brand: 'Acme',
    locale: 'en',
    transport: collector.transport,
    surveys: [{ id: 'a', trigger: { event: 'order.confirmed' }, ...survey } as Survey],
    onError: (error) => errors.push(error),
    ...options,
  });
  onTestFinished(async () => {
    scorelet.destroy();
    await expect.poll(() => queryPrompt()).toBeNull();
    expect(errors).toEqual([]);
  });
  return { scorelet, collector };
};

describe('a page under Testing Library', () => {
  it('shows a survey, answers it, and the collector gets the answers', async () => {
    const { scorelet, collector } = open();
    scorelet.track('order.confirmed');
    const prompt = await waitForPrompt();
    expect(within(prompt.element).getByRole('radiogroup', { name: /recommend Acme/ })).toBeTruthy();
    await prompt.answer(9);
    expect(within(prompt.element).getByRole<HTMLInputElement>('radio', { name: '9' }).checked).toBe(true);
    prompt.comment('Fast');
    prompt.submit();
    expect(within(prompt.element).getByText(/Thank/)).toBeTruthy();
    const { data } = await collector.waitFor('completed');
    expect(data.answers).toMatchObject([{ score: 9, commit: { inputMode: 'pointer' } }, { text: 'Fast' }]);
    expect(collector.answers()).toEqual(data.answers);
    expect(collector.eventsOf('answered').length).toBe(2);
  });

  it('lists the elements on screen when a query finds nothing, and does not crash', async () => {
    const { scorelet } = open();
    scorelet.track('order.confirmed');
    const { element } = await waitForPrompt();
    expect(() => within(element).getByRole('button', { name: 'Back' })).toThrow(/Unable to find .* role "button"/);
  });

  it('snoozes a survey', async () => {
    const { scorelet, collector } = open({ metric: 'nps', askLater: true });
    scorelet.track('order.confirmed');
    (await waitForPrompt()).later();
    expect((await collector.waitFor('snoozed')).data.answeredCount).toBe(0);
    expect(queryPrompt()).toBeNull();
  });

  it('shows the survey again after the test clock has moved forward, then with "Don’t ask again"', async () => {
    const clock = createTestClock();
    const { scorelet, collector } = open({ metric: 'nps' }, { now: clock.now });
    scorelet.track('order.confirmed');
    (await waitForPrompt()).close();
    expect((await collector.waitFor('dismissed')).data.reason).toBe('close_button');
    expect(await scorelet.show('a')).toEqual({ shown: false, reasons: ['clock'] });
    clock.travel('92d');
    expect(await scorelet.show('a')).toEqual({ shown: true, reasons: [] });
    (await waitForPrompt()).never();
    await collector.waitFor('dismissed', { where: ({ data }) => data.reason === 'never' });
  });

  it('stores records only in the storage of the test, which the next page reads', async () => {
    localStorage.clear();
    const storage = createTestStorage();
    const first = open({ metric: 'nps' }, { storage });
    first.scorelet.track('order.confirmed');
    const prompt = await waitForPrompt();
    await prompt.answer(9);
    await first.collector.waitFor('answered');
    prompt.close();
    await expect.poll(() => queryPrompt()).toBeNull();
    expect(Object.keys(storage)).toContain('scorelet:1:f::a');
    expect(Object.keys(localStorage)).toEqual([]);
    const second = open({ metric: 'nps' }, { storage });
    expect(await second.scorelet.show('a')).toEqual({ shown: false, reasons: ['clock'] });
    const other = open({ metric: 'nps' }, { storage: createTestStorage() });
    expect(await other.scorelet.show('a')).toEqual({ shown: true, reasons: [] });
  });

  it('answers a modal survey step by step', async () => {
    const { scorelet, collector } = open({
      presentation: 'modal',
      questions: [{ type: 'nps' }, { type: 'csat' }],
    });
    void scorelet.show('a');
    const prompt = await waitForPrompt();
    expect(prompt.element.tagName).toBe('DIALOG');
    await prompt.answer(10);
    prompt.submit();
    await expect(prompt.answer(10)).rejects.toThrow('The prompt has no score 10. Available scores: 1 2 3 4 5.');
    await prompt.answer(5);
    prompt.submit();
    expect((await collector.waitFor('completed')).data.answers).toMatchObject([{ score: 10 }, { score: 5 }]);
  });

  it('opens a prompt that is folded into a tab', async () => {
    const { scorelet, collector } = open({ metric: 'nps', presentation: 'tab' });
    scorelet.track('order.confirmed');
    const prompt = await waitForPrompt();
    expect(prompt.element.hidden).toBe(true);
    expect(collector.events()).toEqual([]);
    prompt.open();
    expect(prompt.element.hidden).toBe(false);
    await prompt.answer(0);
    expect((await collector.waitFor('answered')).data.answer).toMatchObject({ score: 0 });
  });

  it('finds the open prompt rather than a folded tab before it', async () => {
    const { scorelet, collector } = open(
      {},
      {
        surveys: [
          { id: 'tab', metric: 'csat', presentation: 'tab', trigger: 'manual' },
          { id: 'a', metric: 'nps', trigger: 'manual' },
        ],
      },
    );
    await scorelet.show('tab');
    await scorelet.show('a');
    await waitForPrompt();
    await expect.poll(() => document.querySelectorAll('scorelet-prompt').length).toBe(2);
    await findPrompt().answer(10);
    expect((await collector.waitFor('answered')).source).toMatch(/#a$/);
  });

  it('works in another language without a change to the test', async () => {
    const { scorelet, collector } = open({ metric: 'nps', askLater: true }, { locale: 'ar' });
    scorelet.track('order.confirmed');
    const prompt = await waitForPrompt();
    expect(prompt.element.lang).toBe('ar');
    await prompt.answer(2);
    prompt.comment('بطيء');
    prompt.submit();
    expect((await collector.waitFor('completed')).data.answers).toMatchObject([{ score: 2 }, { text: 'بطيء' }]);
    prompt.close();
    expect(queryPrompt()).toBeNull();
  });
});

describe('a missing element', () => {
  it('throws an error that names it: prompt, score, comment or button', async () => {
    expect(queryPrompt()).toBeNull();
    expect(() => findPrompt()).toThrow('There is no prompt on the page. If it appears later, use waitForPrompt().');
    await expect(waitForPrompt({ timeout: 20 })).rejects.toThrow('No prompt appeared within 20 ms.');
    const { scorelet } = open({ metric: 'nps', askLater: false });
    scorelet.track('order.confirmed');
    const prompt = await waitForPrompt();
    await expect(prompt.answer(11)).rejects.toThrow(
      'The prompt has no score 11. Available scores: 0 1 2 3 4 5 6 7 8 9 10.',
    );
    expect(() => prompt.comment('x')).toThrow('The prompt currently has no comment.');
    expect(() => prompt.later()).toThrow('The prompt currently has no "Ask me later".');
    expect(() => prompt.never()).toThrow('The prompt currently has no "Don’t ask again".');
    expect(() => prompt.open()).toThrow('The prompt currently has no tab.');
  });

  it('is not searched for outside of the given root', async () => {
    const { scorelet } = open({ metric: 'nps', presentation: 'inline', target: '#here' });
    document.body.innerHTML = '<main id="here"></main><aside></aside>';
    onTestFinished(() => document.body.replaceChildren());
    void scorelet.show('a');
    const here = document.querySelector('main') as HTMLElement;
    await waitForPrompt({ root: here });
    expect(queryPrompt(here)?.element).toBe(findPrompt().element);
    expect(queryPrompt(document.querySelector('aside') as HTMLElement)).toBeNull();
  });
});

describe('an API that jsdom lacks', () => {
  it('exists until the restore function runs, and existing APIs stay', () => {
    expect(matchMedia('print').matches).toBe(false);
    restore();
    expect(Object.getOwnPropertyDescriptor(globalThis, 'matchMedia')).toEqual(before);
    for (const name of ['matchMedia', 'IntersectionObserver'])
      expect(typeof Reflect.get(window, name)).toBe('undefined');
    expect('showModal' in HTMLDialogElement.prototype).toBe(false);

    const own = () => ({ matches: true }) as MediaQueryList;
    globalThis.matchMedia = own;
    const empty = fillJsdom();
    expect(matchMedia).toBe(own);
    expect(typeof IntersectionObserver).toBe('function');
    empty();
    expect(matchMedia).toBe(own);
    Reflect.deleteProperty(globalThis, 'matchMedia');
    restore = fillJsdom();
  });
});
