/** Reads what the host has written: which surveys are right, and what is wrong with the others. */

import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { Report, ScoreletOptions } from '../api/options.ts';
import { toData } from '../browser/toData.ts';
import { argumentNodes } from '../check/argumentNodes.ts';
import { createCheck } from '../check/createCheck.ts';
import { isValid } from '../check/firstCheck.ts';
import { lookAt } from '../check/firstLook.ts';
import type { Context, Survey } from '../schema/index.ts';
import type { ArgumentName } from './argumentName.ts';
import type { Chunks } from './chunks.ts';
import { createFetched } from './fetched.ts';

export const readDefinition = (options: ScoreletOptions, report: Report, chunks: Chunks) => {
  const { storage: _, ...written } = options;
  const definition = toData(written);
  const { surveys: list = [], ...rest } = definition;
  const settings = rest as unknown as ScoreletOptions;
  const look = lookAt(settings, list);
  const { usable, given, surveys, needs } = look;

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

  /** A chunk's check uses the first file's `createCheck`, so that it has none of its own. */
  const secondCheck = createFetched(async () => (await chunks.fetch('check')).createLaterCheck(createCheck), report);
  return {
    /** Everything but the surveys. */
    settings,
    ...look,
    explain,
    isGood,
    isGoodOccasion: ({ subject, properties }: DisplayOccasion) =>
      (!subject || isGood('subject', subject)) && (!properties || isGood('properties', properties)),
    /** Fetches the second half of the check and asks it about a context, which it reports if it is wrong. */
    async isSoundContext(context: Context): Promise<boolean | undefined> {
      const sound = (await secondCheck.fetch())?.isSoundContext(context);
      if (sound === false) await explain('setContext', context);
      return sound;
    },
    /** Fetches the check of what the first half has left; resolves which surveys it refuses, and reports why. */
    async fetchBroken(): Promise<readonly Survey[]> {
      const checks = await Promise.all([
        needs.check && chunks.fetch('check'),
        needs.rules && chunks.fetch('governance'),
      ]);
      const broken = checks.flatMap((chunk) =>
        chunk ? chunk.createLaterCheck(createCheck).toUnsound(settings, surveys) : [],
      );
      if (broken[0]) void explain();
      return broken;
    },
  };
};

export type Definition = ReturnType<typeof readDefinition>;
