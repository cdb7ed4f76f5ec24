import type { Page } from 'playwright-core';
import type { Survey } from '../../src/schema/index.ts';

export const STATES = ['rating', 'error', 'revealed', 'invalid', 'step', 'thanks', 'folded', 'opened'] as const;
export type State = (typeof STATES)[number];
export const PRESENTATIONS = ['popover', 'modal', 'inline', 'banner', 'anchored', 'tab'] as const;
export type Presentation = (typeof PRESENTATIONS)[number];
export const STYLES = ['number', 'label', 'star', 'emoji', 'thumb'] as const;
export type Style = (typeof STYLES)[number];

const SCORED = {
  number: { type: 'nps' },
  label: { type: 'ces', style: 'label' },
  star: { type: 'csat', style: 'star' },
  emoji: { type: 'csat', style: 'emoji' },
  thumb: { type: 'rating', title: 'Was this helpful?', min: 0, max: 1, polarity: 'higher_is_better', style: 'thumb' },
} as const;

/** Returns a survey with every kind of question in two steps, with the given presentation and scale style. */
export const toSurvey = (presentation: Presentation, style: Style): Survey => ({
  id: 'a',
  trigger: 'manual',
  presentation,
  ...(presentation === 'inline' && { target: '#here' }),
  ...(presentation === 'anchored' && { target: '#anchor' }),
  privacyUrl: '/privacy',
  endings: [{ thanks: 'Thank you!', link: { url: 'https://reviews.example', label: 'Write a review' } }],
  questions: [
    { id: 'score', ...SCORED[style] },
    {
      id: 'reason',
      type: 'choice',
      title: 'What was it about?',
      options: [
        { id: 'price', label: 'Price' },
        { id: 'staff', label: 'Staff' },
      ],
      multiple: style === 'star' || style === 'emoji',
      other: true,
      required: true,
    },
    { id: 'comment', type: 'text', required: true },
    { id: 'email', type: 'email', required: true },
    { id: 'consent', type: 'consent', title: 'You may write to me about it.', required: true },
    { id: 'second', type: 'csat', style: style === 'number' ? 'number' : 'label' },
    { id: 'more', type: 'text' },
  ],
});

/** Clicks as an assistive tool does. The prompt has been updated when the function returns. */
const click = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const found = document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector<HTMLElement>(wanted);
    if (!found) throw new Error(`No ${wanted} in the prompt`);
    found.click();
  }, selector);

const write = (page: Page, selector: string, text: string) =>
  page.evaluate(
    ([wanted, value]) => {
      const field = document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector<HTMLInputElement>(`${wanted}`);
      if (!field) throw new Error(`No ${wanted} in the prompt`);
      field.value = `${value}`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [selector, text],
  );

/** Shows the survey of a page, and waits for the card or, with the presentation "tab", for the folded tab. */
export const show = async (page: Page, takeFocus = false): Promise<void> => {
  await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  await page.evaluate(`scorelet.show('a', { force: true, takeFocus: ${takeFocus} })`);
  await page.waitForFunction(() =>
    document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector('[role=status],.flap'),
  );
};

/** For each state: the state to start from, and the action that leads to it. */
const ways: { [Name in State]: { from?: State; go: (page: Page, tab: boolean) => Promise<void> } } = {
  folded: { go: (page) => show(page) },
  opened: { from: 'folded', go: (page) => click(page, '.flap') },
  rating: {
    async go(page, tab) {
      await show(page);
      if (tab) await click(page, '.flap');
    },
  },
  error: { from: 'rating', go: (page) => click(page, '.submit') },
  revealed: {
    from: 'rating',
    async go(page) {
      await click(page, '[name=score]');
      await click(page, '[value=other]');
    },
  },
  invalid: {
    from: 'revealed',
    async go(page) {
      await click(page, '.submit');
    },
  },
  step: {
    from: 'revealed',
    async go(page) {
      await click(page, '[value=price]');
      await write(page, 'textarea', 'The coffee');
      await write(page, '[type=email]', 'a@example.com');
      await click(page, '[type=checkbox]:not([name])');
      await write(page, '.choice .field', 'Tea').catch(() => {});
      await click(page, '.submit');
    },
  },
  thanks: {
    from: 'step',
    async go(page) {
      await click(page, '[name=second]');
      await click(page, '.submit');
    },
  },
};

const walk = async (page: Page, state: State, tab: boolean): Promise<void> => {
  const { from, go } = ways[state];
  if (from) await walk(page, from, tab);
  await go(page, tab);
};

/** An anchored prompt looks for its anchor one frame later. */
const settle = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Takes the prompt of a page that has just loaded to a state. Does not use the pointer. */
export const reach = async (page: Page, state: State, presentation: Presentation): Promise<void> => {
  await walk(page, state, presentation === 'tab');
  await settle(page);
};

/** Takes a prompt on to a later state: from `invalid` to `step`, or from `step` to `thanks`. */
export const goOn = async (page: Page, state: 'step' | 'thanks'): Promise<void> => {
  await ways[state].go(page, false);
  await settle(page);
};
