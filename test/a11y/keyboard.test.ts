import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pause } from '../faults/engine.ts';
import { engineName, startKeyboards } from './keys.ts';

let keyboards: Awaited<ReturnType<typeof startKeyboards>>;
beforeAll(async () => {
  keyboards = await startKeyboards();
});
afterAll(() => keyboards?.close());

/** The small prompt for number scales and the full prompt, each with the controls that follow the question in tab order. */
const SCALES = [
  ['a number scale', {}, ['later', 'submit', 'close']],
  [
    'a number scale in a banner',
    { privacyUrl: '/privacy', presentation: 'banner' },
    ['aside', 'later', 'submit', 'close'],
  ],
] as const;

describe.each(SCALES)(`the keys on %s in ${engineName}`, (_, survey, behind) => {
  const back = behind.toReversed();

  it('Tab and Shift+Tab enter the prompt from the page, reach every control and leave the prompt', async () => {
    const { walk, press, focused } = await keyboards.open(survey, { from: '#after' });
    expect(await walk('Tab', 1 + behind.length)).toEqual(['radio 0', ...behind]);
    expect(await walk('Shift+Tab', back.length - 1)).toEqual(back.slice(1));
    await press('Shift+Tab');
    // On Shift+Tab, WebKit enters a group without a chosen option at its last option.
    expect(await focused()).toMatch(/^radio/);
    await press('7');
    // After a score there is nothing to ask later.
    const rest = behind.filter((each) => each !== 'later');
    expect(await walk('Tab', 1 + rest.length)).toEqual(['textarea', ...rest]);
    expect(await walk('Shift+Tab', rest.length + 1), 'Shift+Tab enters the group at the chosen score').toEqual([
      ...rest.toReversed().slice(1),
      'textarea',
      'radio 7',
    ]);
    await press('Shift+Tab');
    expect(await focused()).toBe('after');
  });

  it.each([
    ['en', 'ArrowRight', 'ArrowLeft'],
    ['ar', 'ArrowLeft', 'ArrowRight'],
  ])(
    'in the locale %s the key %s raises the score, the key %s lowers it, and both wrap at the ends of the scale',
    async (locale, more, less) => {
      const { press, chosen, scores } = await keyboards.open(survey, { locale, from: '#after' });
      await press('Tab', 'Space');
      expect(await chosen()).toBe('0');
      await press(more, more, more, less);
      expect(await chosen()).toBe('2');
      await press('ArrowDown', 'ArrowDown', 'ArrowUp');
      expect(await chosen()).toBe('3');
      await press('Home', less);
      expect(await chosen(), 'wraps to the last score').toBe('10');
      await press(more);
      expect(await chosen(), 'wraps to the first score').toBe('0');
      await press('Tab');
      await expect.poll(scores).toEqual([0]);
    },
  );

  it.each(['en', 'ar'])(
    'the arrow keys send nothing while they pass eight scores in the locale %s, and one answer is sent when the focus leaves',
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

  it('Home, End, digits and 1 followed by 0 choose a score and move the focus to it, and Enter commits it', async () => {
    const { press, focused, chosen, scores } = await keyboards.open(survey, { from: '#after' });
    await press('Tab', 'Space');
    expect(await chosen(), 'Space chooses 0').toBe('0');
    await press('End');
    expect([await chosen(), await focused()]).toEqual(['10', 'radio 10']);
    await press('Home');
    expect([await chosen(), await focused()]).toEqual(['0', 'radio 0']);
    await press('4');
    expect([await chosen(), await focused()]).toEqual(['4', 'radio 4']);
    await press('1', '0');
    expect([await chosen(), await focused()]).toEqual(['10', 'radio 10']);
    expect(scores()).toEqual([]);
    await press('Enter');
    await expect.poll(scores, { message: 'Enter commits the score' }).toEqual([10]);
    expect(await focused()).toBe('radio 10');
    await press('Enter');
    await expect.poll(focused, { message: 'the next Enter submits the form' }).toBe('thanks');
  });
});

describe(`the pointer in ${engineName}`, () => {
  it('a click on a score commits it at once, and leaves the focus on that score', async () => {
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

  it('a click opens a tab prompt, and a click on the close button folds it again', async () => {
    const { tab, focused, scores } = await keyboards.open({ presentation: 'tab' });
    await tab.click('.flap');
    await expect.poll(focused).toBe('radio 0');
    await tab.click('[value="3"]');
    await expect.poll(scores).toEqual([3]);
    await tab.click('.close');
    await expect.poll(focused).toBe('flap');
  });
});
