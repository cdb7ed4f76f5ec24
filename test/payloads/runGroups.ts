/** Shows the documents of groups in a browser, and lists what went wrong. */
import { expect } from 'vitest';
import { markersIn } from './expected.ts';
import { toFacts } from './facts.ts';
import { type Group, type Run, toRuns } from './groups.ts';
import type { JourneySettings } from './inPage/journey.ts';
import type { JsonObject } from './jsonSchema.ts';
import { compare, type Seen } from './seen.ts';
import type { PayloadSite } from './site.ts';

/** The step between the payloads of one slot in a browser, which keeps the tests short. Other slots have those in between. */
const STEP = 8;

export interface GroupRun {
  readonly problems: readonly string[];
  /** The names of the slots whose text was seen or sent. */
  readonly found: ReadonlySet<string>;
}

/** Gives each run a collector address of its own. */
const addressed = (runs: readonly Run[], name: string): Run[] =>
  runs.map((run, index) => {
    const options = { ...(run.document.options as JsonObject), collector: `/collect?run=${name}-${index}` };
    return { ...run, document: { ...run.document, options } };
  });

/** Waits until the collector has the events of all runs, and compares them with those of the first. */
const compareReceived = async (site: PayloadSite, runs: readonly Run[], name: string) => {
  const factsOf = (index: number): Seen[] => toFacts(site.received.get(`${name}-${index}`) ?? []);
  const countOf = (index: number) => site.received.get(`${name}-${index}`)?.length ?? 0;
  await expect.poll(() => countOf(0)).toBeGreaterThan(0);
  await expect.poll(() => runs.findIndex((_, index) => countOf(index) !== countOf(0)), { timeout: 20_000 }).toBe(-1);
  const sent = factsOf(0);
  const problems = runs.flatMap(({ texts }, index) =>
    compare(factsOf(index), sent, texts).map((each) => `run ${index} at the collector: ${each}`),
  );
  return { problems, sent };
};

/** Shows all documents of a group. */
export const runGroup = async (site: PayloadSite, group: Group, settings: JourneySettings): Promise<GroupRun> => {
  const page = await site.open();
  const name = `${site.received.size}-${group.layer.replace(/\W/g, '')}`;
  const runs = addressed(toRuns(group, STEP), name);
  site.put(`/runs/${name}`, runs);
  const { seen, problems } = await page.evaluate<{ seen: Seen[]; problems: string[] }>(
    `payloads.drive('/runs/${name}', ${JSON.stringify(settings)})`,
  );
  const received = settings.posts ? await compareReceived(site, runs, name) : { problems: [], sent: [] };
  await page.close();
  const numbers = [...seen, ...received.sent].flatMap(({ where, text }) => [...markersIn(where), ...markersIn(text)]);
  return {
    problems: [...problems, ...received.problems, ...site.foreign.splice(0)],
    found: new Set(numbers.map((index) => `${group.slots[index]?.name}`)),
  };
};
