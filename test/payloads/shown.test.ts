import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { PAYLOADS } from './corpus/payloads.ts';
import { type Group, toGroups } from './groups.ts';
import type { JourneySettings } from './inPage/journey.ts';
import { runGroup } from './runGroups.ts';
import { type PayloadSite, startPayloadSite } from './site.ts';

const groups = toGroups();

let browser: Browser;
let site: PayloadSite;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPayloadSite(browser);
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

/** A visit that completes every survey with the highest score. */
const ANSWER: JourneySettings = { way: 'answer', level: 1, posts: false };
const MEET: JourneySettings = { ...ANSWER, way: 'meet' };

/** What the respondent does with the documents of a layer. @default completes every survey */
const WAYS: Readonly<Record<string, readonly JourneySettings[]>> = {
  // Ids and wordings have the same payloads here, so a placeholder may name a question.
  others: [{ ...ANSWER, compares: false }],
  'options.brand': [{ ...ANSWER, way: 'look' }],
  'options.locale.': [{ ...ANSWER, way: 'err' }],
  titleBySegment: [0, 0.5, 0.7, 1].map((level) => ({ ...ANSWER, level })),
  'options.locale': [MEET],
  'options.theme': [MEET],
  trigger: [MEET],
  targeting: [MEET],
  frequency: [MEET],
  '.target': [{ ...MEET, compares: false }],
  privacyUrl: [{ ...ANSWER, compares: false }],
  'link.url': [{ ...ANSWER, compares: false }],
  closeAfter: [MEET],
};

const toCases = (group: Group) =>
  (WAYS[group.layer] ?? [ANSWER]).map(
    (settings) =>
      [
        group.slots
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 100),
        group,
        settings,
      ] as const,
  );

const found = new Set<string>();

describe(`${PAYLOADS.length} payloads in each text of a definition and of the methods' arguments`, () => {
  it.each(groups.flatMap(toCases))('are text and nothing else: %s', async (_, group, settings) => {
    const run = await runGroup(site, group, settings);
    for (const name of run.found) found.add(name);
    expect(run.problems.slice(0, 20)).toEqual([]);
  });

  it('were seen or sent in each of these places', () => {
    expect([...found].sort()).toEqual(expect.arrayContaining(FOUND));
  });
});

/** Places whose payloads were certainly seen or sent. A new one need not be listed. */
const FOUND = [
  'options.brand',
  'options.locale.nps.titleUs',
  'options.locale.nps.low',
  'options.locale.ces1.title',
  'options.locale.ui.submit',
  'options.locale.ui.errorRequired',
  'options.locale.ui.never',
  'options.locale.ui.back',
  'options.locale.ui.tab',
  'options.surveys[0].title',
  'options.surveys[0].low',
  'options.surveys[0].high',
  'options.surveys[0].thanks',
  'options.surveys[0].brand',
  'options.surveys[0].privacyUrl',
  'options.surveys[0].endings[0].thanks',
  'options.surveys[0].endings[0].link.label',
  'options.surveys[0].endings[0].link.url',
  'options.surveys[0].experiment.variants[0].title',
  'options.surveys[0].followUp.title',
  'options.surveys[0].followUp.titleBySegment.promoter',
  'options.surveys[0].followUp.titleBySegment.passive',
  'options.surveys[0].followUp.titleBySegment.detractor',
  'options.surveys[1].labels[0]',
  'options.surveys[1].icons[0]',
  'options.surveys[3].questions[3].title',
  'options.surveys[3].questions[5].options[0].label',
  'options.surveys[3].questions[7].title',
  'options.surveys[3].translations.en.nps.title',
  'identify.id',
  'identify.accountId',
  'identify.traits{key}',
  'identify.traits.key0',
  'setContext.channel',
  'setContext.resolution.ticketId',
  'show.subject.id',
  'show.properties{key}',
  'show.properties.key0',
];
