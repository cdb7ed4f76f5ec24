/** Runs in the page: compares what payloads leave in a prompt and in events with what markers leave there. */
import { compare, isAddress, type Seen } from '../seen.ts';
import { type JourneySettings, journey, type Written } from './journey.ts';
import { trap } from './trap.ts';

interface Run {
  readonly document: Written;
  readonly texts: readonly string[];
}

const SAFE = ['https:'];

/** Lists the links that would open something other than a page. */
const checkAddresses = (seen: readonly Seen[]): string[] =>
  seen.filter(isAddress).flatMap(({ where, text }) => {
    const { protocol, origin } = new URL(text, document.baseURI);
    return SAFE.includes(protocol) || origin === location.origin ? [] : [`${where}: unsafe ${JSON.stringify(text)}`];
  });

/** Part of the report on a survey with an invalid CSS selector. Such a survey is off. */
const NO_SELECTOR = 'is not a valid selector';

/** Runs the documents of a file one after the other. The first one has the markers. Returns what it left, and all problems. */
export const drive = async (
  file: string,
  settings: JourneySettings,
): Promise<{ seen: readonly Seen[]; problems: string[] }> => {
  const runs: Run[] = await (await fetch(file)).json();
  let templates: readonly Seen[] = [];
  const problems: string[] = [];
  trap.rest();
  for (const [index, { document, texts }] of runs.entries()) {
    const { seen, errors } = await journey(document, settings);
    if (index === 0) templates = seen;
    const { compares = true } = settings;
    const isOff = errors.length > 0 && errors.every((each) => each.includes(NO_SELECTOR));
    const found = isOff
      ? trap.check()
      : [...errors, ...(compares ? compare(seen, templates, texts) : []), ...trap.check()];
    problems.push(...[...found, ...checkAddresses(seen)].map((each) => `run ${index}: ${each}`));
    trap.sprung.length = 0;
    trap.rest();
  }
  return { seen: templates, problems };
};
