import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineName, startKeyboards } from './keys.ts';
import { toSurvey } from './states.ts';

let keyboards: Awaited<ReturnType<typeof startKeyboards>>;
beforeAll(async () => {
  keyboards = await startKeyboards();
});
afterAll(() => keyboards?.close());

const STEPS = {
  questions: [{ type: 'nps' as const }, { type: 'csat' as const, style: 'label' as const }, { type: 'text' as const }],
};

describe(`the focus in ${engineName}`, () => {
  it.each(['popover', 'modal', 'banner', 'inline', 'anchored'] as const)(
    'a %s never loses the focus: after an error, over two steps, at the thanks and after closing',
    async (presentation) => {
      const target = presentation === 'inline' ? '#here' : '#anchor';
      const survey = { ...STEPS, presentation, ...(/inline|anchored/.test(presentation) && { target }) };
      const from = presentation === 'inline' ? '#anchor' : '#after';
      const { press, focused, isOpen } = await keyboards.open(survey, { from });
      if (presentation === 'modal') expect(await focused(), 'a modal takes the focus').toBe('radio 0');
      else {
        expect(await focused(), 'the focus stays where it was').toBe(from.slice(1));
        await press('Tab');
      }
      await press('Tab', 'Tab');
      expect(await focused()).toBe('submit');
      await press('Enter');
      expect(await focused(), 'the focus moves to the question with the error').toBe('radio 0');
      await press('6', 'Tab', 'Enter');
      expect(await focused(), 'the focus moves to the first score of the second step').toBe('radio 1');
      await press('Tab');
      expect(await focused()).toBe('back');
      await press('Enter');
      expect(await focused(), 'the focus moves to the chosen score').toBe('radio 6');
      await press('Tab', 'Enter');
      expect(await focused()).toBe('radio 1');
      await press('4', 'Tab');
      expect(await focused()).toBe('textarea');
      await press('Tab', 'Tab', 'Enter');
      expect(await focused()).toBe('thanks');
      if (presentation === 'inline') {
        await press('Escape');
        expect(await isOpen(), 'Escape does not close an inline prompt').toBe(true);
        await press('Tab', 'Enter');
      } else await press('Escape');
      await expect.poll(isOpen).toBe(false);
      expect(await focused(), 'the focus returns to where it came from').toBe(from.slice(1));
    },
  );

  it('the focus moves to the button of a tab prompt when its card is folded, and the answers are kept', async () => {
    const { press, focused, chosen, tab, isOpen } = await keyboards.open({ presentation: 'tab' }, { from: '#after' });
    const expanded = () =>
      tab.evaluate("document.querySelector('scorelet-prompt').shadowRoot.querySelector('.flap').ariaExpanded");
    await press('Tab');
    expect(await focused()).toBe('flap');
    expect(await expanded()).toBe('false');
    await press('Enter');
    expect(await focused()).toBe('radio 0');
    await press('7', 'Escape');
    expect(await focused()).toBe('flap');
    await press('Space');
    expect(await focused(), 'the focus moves to the chosen score').toBe('radio 7');
    expect(await chosen()).toBe('7');
    await press('Tab', 'Tab', 'Enter');
    expect(await focused()).toBe('thanks');
    await press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await focused()).toBe('after');
  });

  it.each(['popover', 'banner', 'anchored'] as const)(
    'Escape outside a %s does not close it; Escape inside closes it and returns the focus',
    async (presentation) => {
      const survey = { presentation, ...(presentation === 'anchored' && { target: '#anchor' }) };
      const { press, focused, isOpen } = await keyboards.open(survey, { from: '#after' });
      await press('Escape');
      expect(await isOpen()).toBe(true);
      await press('Tab');
      expect(await focused()).toBe('radio 0');
      await press('Escape');
      await expect.poll(isOpen).toBe(false);
      expect(await focused()).toBe('after');
    },
  );

  it.each(['Escape', 'close'])(
    'the focus returns to the button that showed the prompt when the prompt is closed by %s',
    async (way) => {
      const { press, focused, isOpen } = await keyboards.open({}, { from: '#ask', takeFocus: true });
      await expect.poll(focused).toBe('radio 0');
      await press(...(way === 'Escape' ? ['Escape'] : ['Shift+Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter']));
      await expect.poll(isOpen).toBe(false);
      expect(await focused()).toBe('ask');
    },
  );

  it('the focus stays inside a modal with Tab and with Shift+Tab', async () => {
    const { walk } = await keyboards.open({ presentation: 'modal' });
    const seen = [...(await walk('Tab', 8)), ...(await walk('Shift+Tab', 8))];
    expect(seen.filter((each) => /before|ask|anchor|after/.test(each))).toEqual([]);
  });

  it('the focus moves to the first invalid question on each submit, for every kind of question', async () => {
    const { press, focused, tab } = await keyboards.open(toSurvey('popover', 'number'), { from: '#after' });
    const submit = () => tab.click('.submit');
    await press('Tab', '9');
    await submit();
    await expect.poll(focused).toBe('radio price');
    await press('Space');
    await submit();
    await expect.poll(focused).toBe('textarea');
    await press('x');
    await submit();
    await expect.poll(focused, { message: 'the e-mail field' }).toBe('field');
    await tab.type('[type=email]', 'nobody');
    await submit();
    await expect.poll(focused, { message: 'the e-mail field again' }).toBe('field');
    await tab.type('[type=email]', '@example.com');
    await submit();
    await expect.poll(focused).toBe('checkbox on');
    await press('Space');
    await submit();
    await expect.poll(focused, { message: 'the next step' }).toBe('radio 1');
  });
});
