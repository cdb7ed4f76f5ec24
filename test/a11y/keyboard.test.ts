import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pause } from '../faults/engine.ts';
import { engineName, startKeyboards } from './keys.ts';

let keyboards: Awaited<ReturnType<typeof startKeyboards>>;
beforeAll(async () => {
  keyboards = await startKeyboards();
});
afterAll(() => keyboards?.close());

/** In the smaller prompt that numbers have, and in the larger one, with what can be reached behind the question. */
const SCALES = [
  ['numbers', {}, ['later', 'submit', 'close']],
  ['numbers in a banner', { privacyUrl: '/privacy', presentation: 'banner' }, ['aside', 'later', 'submit', 'close']],
] as const;

describe.each(SCALES)(`the keys on %s in ${engineName}`, (_, survey, behind) => {
  const back = behind.toReversed();

  it('come in from the page, go through everything that can be done, and out again', async () => {
    const { walk, press, focused } = await keyboards.open(survey, { from: '#after' });
    expect(await walk('Tab', 1 + behind.length)).toEqual(['radio 0', ...behind]);
    expect(await walk('Shift+Tab', back.length - 1)).toEqual(back.slice(1));
    await press('Shift+Tab');
    // From behind WebKit enters a group in which nothing is chosen at its end.
    expect(await focused()).toMatch(/^radio/);
    await press('7');
    expect(await walk('Tab', 1 + behind.length)).toEqual(['textarea', ...behind]);
    expect(await walk('Shift+Tab', back.length + 1), 'the chosen one is where the group is entered').toEqual([
      ...back.slice(1),
      'textarea',
      'radio 7',
    ]);
    await press('Shift+Tab');
    expect(await focused()).toBe('after');
  });

  it.each([
    ['en', 'ArrowRight', 'ArrowLeft'],
    ['ar', 'ArrowLeft', 'ArrowRight'],
  ])('move the way they point in %s, and go round at the ends', async (locale, more, less) => {
    const { press, chosen, scores } = await keyboards.open(survey, { locale, from: '#after' });
    await press('Tab', 'Space');
    expect(await chosen()).toBe('0');
    await press(more, more, more, less);
    expect(await chosen()).toBe('2');
    await press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await chosen()).toBe('3');
    await press('Home', less);
    // WebKit's radios stop where the others go round.
    const wraps = engineName !== 'webkit' || locale === 'ar';
    expect(await chosen(), 'round to the end').toBe(wraps ? '10' : '0');
    if (wraps) await press(more);
    expect(await chosen(), 'and round to the beginning').toBe('0');
    await press('Tab');
    await expect.poll(scores).toEqual([0]);
  });

  it.each(['en', 'ar'])(
    'send nothing while somebody passes over eight scores in %s, and one answer after',
    async (locale) => {
      const { press, chosen, scores } = await keyboards.open(survey, { locale, from: '#after' });
      await press('Tab', 'Space');
      for (let times = 0; times < 8; times++) await press(locale === 'ar' ? 'ArrowLeft' : 'ArrowRight');
      expect(await chosen()).toBe('8');
      await pause(300);
      expect(scores()).toEqual([]);
      await press('Tab');
      await expect.poll(scores).toEqual([8]);
      await pause(1800);
      expect(scores()).toEqual([8]);
    },
  );

  it('know Home, End, digits, and 1 and then 0, with the focus on what is chosen', async () => {
    const { press, focused, chosen, scores } = await keyboards.open(survey, { from: '#after' });
    await press('Tab', 'Space');
    expect(await chosen(), 'Space chooses a 0').toBe('0');
    await press('End');
    expect([await chosen(), await focused()]).toEqual(['10', 'radio 10']);
    await press('Home');
    expect([await chosen(), await focused()]).toEqual(['0', 'radio 0']);
    await press('4');
    expect([await chosen(), await focused()]).toEqual(['4', 'radio 4']);
    await pause(900);
    await press('1', '0');
    expect([await chosen(), await focused()]).toEqual(['10', 'radio 10']);
    expect(scores()).toEqual([]);
    await press('Enter');
    await expect.poll(scores, { message: 'Enter says: this one' }).toEqual([10]);
    expect(await focused()).toBe('radio 10');
    await press('Enter');
    await expect.poll(focused, { message: 'and the next sends it' }).toBe('thanks');
  });
});

describe(`the pointer in ${engineName}`, () => {
  it('commits at once, and leaves the focus where it pointed', async () => {
    const { tab, scores, focused, chosen } = await keyboards.open({});
    await tab.click('[value="9"]');
    await expect.poll(scores).toEqual([9]);
    expect(await chosen()).toBe('9');
    expect(await focused()).toBe('radio 9');
    await tab.type('textarea', 'The coffee');
    await tab.click('.submit');
    await expect.poll(focused).toBe('thanks');
    expect(scores()).toEqual([9]);
  });

  it('opens a tab, and folds it again', async () => {
    const { tab, focused, scores } = await keyboards.open({ presentation: 'tab' });
    await tab.click('.flap');
    await expect.poll(focused).toBe('radio 0');
    await tab.click('[value="3"]');
    await expect.poll(scores).toEqual([3]);
    await tab.click('.close');
    await expect.poll(focused).toBe('flap');
  });
});
