import type { Browser, Locator, Page } from 'playwright-core';
import type { EventName, EventOf } from '../../src/schema/index.ts';
import { type OpenPage, openPage, type PageOptions, tag } from './page.ts';
import type { CollectorDouble } from './servers.ts';

export interface SurveyPage extends OpenPage {
  readonly prompt: Locator;
}

type Definition = Record<string, unknown>;

/** The script tag with its definition beside it, as JSON. */
export const jsonTag = (surveys: readonly Definition[], settings: Definition = {}): string =>
  `<script type="application/json" data-scorelet>${JSON.stringify({ ...settings, surveys })}</script>${tag('')}`;

export interface SurveyPageOptions extends Omit<PageOptions, 'body'> {
  /** What else stands on the page, before the tag. */
  body?: string;
  /** The options beside the surveys. */
  settings?: Definition;
}

/** Opens a host page with surveys on it, written as JSON. */
export const openSurveys = async (
  browser: Browser,
  surveys: Definition | readonly Definition[],
  { body = '', settings, ...options }: SurveyPageOptions = {},
): Promise<SurveyPage> => {
  const opened = await openPage(browser, { ...options, body: body + jsonTag([surveys].flat(), settings) });
  return { ...opened, prompt: opened.page.locator('scorelet-prompt') };
};

/** A size of window in which nothing moves by itself. */
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

/** Where something of the prompt is in the window. */
export const boxOf = (prompt: Locator, selector: string): Promise<Box> =>
  prompt.evaluate(
    (host, wanted) => host.shadowRoot?.querySelector(wanted)?.getBoundingClientRect().toJSON() as Box,
    selector,
  );

/** The focused element as a person would name it; `BODY` is nothing at all. */
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

/** The data of the events of one name that the collector has, in their order. */
export const eventsOf = <Name extends EventName>({ received }: CollectorDouble, name: Name): EventOf<Name>['data'][] =>
  received
    .map(({ event }) => event)
    .filter(({ type }) => type === `scorelet.${TYPES[name] ?? `survey.${name}`}.v1`)
    .sort((one, other) => one.data.sequence - other.data.sequence)
    .map(({ data }) => data as EventOf<Name>['data']);

/** The chunks that were fetched, without the names of the build. */
export const chunksOf = ({ fetched }: CollectorDouble): string[] =>
  fetched.map((file) => file.replace(/-[\da-f]{8}(?=\.js)/, '')).sort();
