import type { Browser, Locator, Page } from 'playwright-core';
import type { EventName, EventOf } from '../../src/schema/index.ts';
import { type OpenPage, openPage, type PageOptions, tag } from './page.ts';
import type { CollectorDouble } from './servers.ts';

interface SurveyPage extends OpenPage {
  readonly prompt: Locator;
}

type Definition = Record<string, unknown>;

/** Returns the script tag and a JSON script with the surveys and the settings. */
export const jsonTag = (surveys: readonly Definition[], settings: Definition = {}): string =>
  `<script type="application/json" data-scorelet>${JSON.stringify({ ...settings, surveys })}</script>${tag('')}`;

export interface SurveyPageOptions extends Omit<PageOptions, 'body'> {
  /** Markup before the script tag. */
  body?: string;
  /** Client options other than `surveys`. */
  settings?: Definition;
}

/** Opens a host page whose surveys are defined in a JSON script. */
export const openSurveys = async (
  browser: Browser,
  surveys: Definition | readonly Definition[],
  { body = '', settings, ...options }: SurveyPageOptions = {},
): Promise<SurveyPage> => {
  const opened = await openPage(browser, { ...options, body: body + jsonTag([surveys].flat(), settings) });
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};

/** Returns context options for a viewport size, with reduced motion: the prompt does not animate. */
export const still = (width: number, height = 700) => ({
  viewport: { width, height },
  reducedMotion: 'reduce' as const,
});

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** Returns the box of an element in the prompt's shadow root, in CSS pixels of the viewport. */
export const boxOf = (prompt: Locator, selector: string): Promise<Box> =>
  prompt.evaluate(
    (host, wanted) => host.shadowRoot?.querySelector(wanted)?.getBoundingClientRect().toJSON() as Box,
    selector,
  );

/** Describes the focused element: type and value of an input, otherwise its id, class or tag name. `BODY` means no focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    if (active instanceof HTMLInputElement && active.name) return `${active.type} ${active.value}`;
    return active?.id || active?.className || `${active?.tagName}`;
  });

const TYPES: { readonly [name in EventName]?: string } = {
  skipped: 'question.skipped',
  linkFollowed: 'link.followed',
  answered: 'question.answered',
};

/** Returns the data of the collector's events with a name, ordered by their sequence in the response. */
export const eventsOf = <Name extends EventName>({ received }: CollectorDouble, name: Name): EventOf<Name>['data'][] =>
  received
    .map(({ event }) => event)
    .filter(({ type }) => type === `scorelet.${TYPES[name] ?? `survey.${name}`}.v1`)
    .sort((one, other) => one.data.sequence - other.data.sequence)
    .map(({ data }) => data as EventOf<Name>['data']);

/** Returns the sorted paths of the fetched SDK files, without the build hash in their names. */
export const chunksOf = ({ fetched }: CollectorDouble): string[] =>
  fetched.map((file) => file.replace(/-[\da-f]{8}(?=\.js)/, '')).sort();
