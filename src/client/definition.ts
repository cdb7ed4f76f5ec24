/** Reads what the host has written: which surveys are right, and what is wrong with the others. */

import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { Report, ScoreletOptions } from '../api/options.ts';
import { toData } from '../browser/toData.ts';
import { argumentNodes } from '../check/argumentNodes.ts';
import { createCheck } from '../check/createCheck.ts';
import { isValid } from '../check/firstCheck.ts';
import { toNeeds } from '../check/needs.ts';
import { settingsNode, surveyNode } from '../check/table.ts';
import type { Context, Survey } from '../schema/index.ts';
import type { ArgumentName } from './argumentName.ts';
import type { Chunks } from './chunks.ts';
import { createFetched } from './fetched.ts';

export const readDefinition = (options: ScoreletOptions, report: Report, chunks: Chunks) => {
  const { storage: _, ...written } = options;
  const definition = toData(written);
  const { surveys: list = [], ...rest } = definition;
  const settings = rest as unknown as ScoreletOptions;
  const given = (Array.isArray(list) ? list : []) as Survey[];
  const usable = isValid(settingsNode, settings) && given === list;
  const surveys = given.filter(
    (survey, index) =>
      usable && isValid(surveyNode, survey) && given.findIndex((other) => other?.id === survey.id) === index,
  );
  const needs = toNeeds(usable ? settings : {}, surveys);

  /** Fetches the schemas to say what is wrong with a value, by default with the definition. */
  const explain = async (what: ArgumentName | 'options' = 'options', value: unknown = definition) => {
    try {
      const { explainWrong } = await chunks.fetch('explanation');
      const { message, issues } = explainWrong(what, value);
      report(what === 'options' ? 'definition_invalid' : 'argument_invalid', message, { issues });
    } catch (cause) {
      report('load_failed', `Wrong ${what}: ${cause}`, { cause });
    }
  };
  if (surveys.length < (usable ? given.length : 1)) void explain();
  const isGood = (what: keyof typeof argumentNodes, value: unknown): boolean => {
    const good = isValid(argumentNodes[what], value);
    if (!good) void explain(what, value);
    return good;
  };

  /** It uses the first file's `createCheck`, so that the chunk has none of its own. */
  const toWholeCheck = async () => (await chunks.fetch('check')).createWholeCheck(createCheck);
  const wholeCheck = createFetched(toWholeCheck, report);
  return {
    /** Everything but the surveys. */
    settings,
    /** All surveys, the wrong ones too. */
    given,
    /** Whether the settings are right. */
    usable,
    /** Those that passed the first half of the check. */
    surveys,
    needs,
    explain,
    isGood,
    isGoodOccasion: ({ subject, properties }: DisplayOccasion) =>
      (!subject || isGood('subject', subject)) && (!properties || isGood('properties', properties)),
    /** Fetches the whole check and asks it about a context, which it reports if it is wrong. */
    async isSoundContext(context: Context): Promise<boolean | undefined> {
      const sound = (await wholeCheck.fetch())?.isSoundContext(context);
      if (sound === false) await explain('setContext', context);
      return sound;
    },
    /** Fetches the check of what the first half has left; resolves which surveys it refuses. */
    async fetchBroken(): Promise<readonly Survey[]> {
      if (!needs.wholeCheck && !needs.rules) return [];
      const { toUnsound } = needs.wholeCheck
        ? await toWholeCheck()
        : (await chunks.fetch('governance')).createRulesCheck(createCheck);
      return toUnsound(settings, surveys);
    },
  };
};

export type Definition = ReturnType<typeof readDefinition>;
