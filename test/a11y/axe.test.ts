import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Scorelet, ScoreletOptions } from '../../src/api/options.ts';
import { withChromium } from './chromiumPage.ts';
import { type Row, toPairs } from './pairs.ts';
import { PRESENTATIONS, type Presentation, reach, STATES, STYLES, type State, type Style, toSurvey } from './states.ts';

const LOCALES = readdirSync('dist/locales').map((file) => file.replace('.json', ''));
const FACTORS = {
  state: STATES,
  presentation: PRESENTATIONS,
  style: STYLES,
  theme: ['ink', 'tide', 'clay', 'iris', 'accent', 'contrast'],
  scheme: ['light', 'dark'],
  locale: LOCALES,
};

/** Only a tab prompt has the states "folded" and "opened", and only a tab prompt lacks the state "rating". */
const isPossible = ({ state, presentation }: Partial<Row<typeof FACTORS>>) =>
  !presentation || !state || ['folded', 'opened'].includes(state)
    ? presentation === 'tab' || !presentation
    : presentation !== 'tab' || state !== 'rating';

const ROWS = toPairs(FACTORS, isPossible);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the axe violations in the prompt, and the checks that axe cannot decide. */
const audit = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
    const { violations, incomplete } = await axe.run('scorelet-prompt', {
      rules,
      resultTypes: ['violations', 'incomplete'],
    });
    return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });

/** For each state, a selector that must match. If it does not, the prompt is in another state and the audit is worthless. */
const SIGNS: Record<State, string> = {
  rating: '.card [name=score]',
  error: '.card [aria-invalid] [name=score]',
  revealed: '.card .field',
  invalid: '.card .comment [aria-invalid]',
  step: '.card .back',
  thanks: '.card .thanks',
  folded: '.edge:not([hidden]) .flap',
  opened: '.layer:not([hidden]) .card [name=score]',
};

/** Returns the contrast of the tab's label. axe does not check it, because the text is vertical. */
const tabContrast = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const flap = document.querySelector('scorelet-prompt')?.shadowRoot?.querySelector('.flap') as HTMLElement;
    const luminanceOf = (color: string) => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const { color, backgroundColor } = getComputedStyle(flap);
    const [low = 0, high = 0] = [luminanceOf(color), luminanceOf(backgroundColor)].sort((one, two) => one - two);
    return (high + 0.05) / (low + 0.05);
  });

const chromium = withChromium();

/** Opens a page that is tall enough for a whole card, because axe skips content that is scrolled out of view. */
const openPage = async () => {
  const context = await chromium.browser.newContext({
    viewport: { width: 1000, height: 1500 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(
    chromium.site.urlOf({ config: { mode: 'off', surveys: [] }, style: ':root { color-scheme: light dark }' }),
  );
  await page.evaluate(AXE);
  return page;
};

/** Destroys the client of a page and starts a new one, as if the page had been loaded with these options. */
const restart = async (page: Page, options: ScoreletOptions) => {
  await page.waitForFunction('window.scorelet && !Array.isArray(scorelet)');
  await page.evaluate(async (config) => {
    const scope = window as unknown as { scorelet?: Scorelet };
    scope.scorelet?.destroy();
    while (document.querySelector('scorelet-prompt')) await new Promise((resolve) => setTimeout(resolve, 5));
    delete scope.scorelet;
    const [settings, old] = ['[data-scorelet]', '[src]'].map((kind) => document.querySelector(`script${kind}`));
    if (!settings || !(old instanceof HTMLScriptElement)) throw new Error('The page has no script tag');
    settings.textContent = JSON.stringify(config);
    const script = document.createElement('script');
    script.src = old.src;
    old.replaceWith(script);
  }, options);
};

const check = async (page: Page, row: Row<typeof FACTORS>): Promise<string[]> => {
  const { theme, scheme, locale } = row;
  const [presentation, state] = [row.presentation as Presentation, row.state as State];
  await page.emulateMedia({
    colorScheme: scheme as 'light' | 'dark',
    contrast: theme === 'contrast' ? 'more' : 'no-preference',
  });
  const config = {
    locale,
    mode: 'preview' as const,
    brand: 'Acme',
    theme: theme === 'accent' ? { accent: '#c2410c' } : theme === 'contrast' ? ('ink' as const) : (theme as 'tide'),
    surveys: [toSurvey(presentation, row.style as Style)],
  };
  await restart(page, { collector: `${chromium.site.collector.origin}/collect`, ...config });
  await reach(page, state, presentation);
  const found = await audit(page);
  if ((await page.locator(`scorelet-prompt ${SIGNS[state]}`).count()) === 0)
    found.push(`No element matches ${SIGNS[state]}`);
  const spoken = await page.locator('scorelet-prompt .layer').first().getAttribute('lang');
  if (spoken !== locale) found.push(`The prompt has the language ${spoken}`);
  if (state === 'folded' && (await tabContrast(page)) < 4.5) found.push('The label of the tab has too little contrast');
  return found.map((each) => `${Object.values(row).join(' ')}: ${each}`);
};

describe('axe', () => {
  it.each(STATES)('axe reports no violation and no undecided check in the state "%s"', async (state) => {
    const rows = ROWS.filter((row) => row.state === state);
    expect(new Set(rows.map(({ locale }) => locale)).size, 'number of locales').toBe(31);
    const waiting = [...rows];
    const found: string[] = [];
    // Two pages run in parallel, one for each core.
    const work = async () => {
      const page = await openPage();
      for (let row = waiting.shift(); row; row = waiting.shift()) found.push(...(await check(page, row)));
      await page.context().close();
    };
    await Promise.all([work(), work()]);
    expect(found).toEqual([]);
  });
});
