/** Reads the host page's survey definition. Finds the valid surveys and reports why the others are invalid. */

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
  const { given, surveys, needs } = look;

  /**
   * Fetches the schemas and reports why a value is invalid. Resolves the schemas.
   * @default the value is the definition
   */
  const explain = async (what: ArgumentName | 'options' = 'options', value: unknown = definition) => {
    try {
      const explanation = await chunks.fetch('explanation');
      const wrong = explanation.explainWrong(what, value);
      if (wrong) report(wrong.code, wrong.message, wrong);
      return explanation;
    } catch (cause) {
      return report('load_failed', `Invalid ${what}: ${cause}`, { cause });
    }
  };
  // A definition without surveys is explained too.
  if (surveys.length < (given.length || 1)) void explain();
  const isGood = (what: keyof typeof argumentNodes, value: unknown): boolean => {
    const good = isValid(argumentNodes[what], value);
    if (!good) void explain(what, value);
    return good;
  };

  /** Passes the `createCheck` of the first file to a check chunk, so that the chunk does not contain another copy. */
  const secondCheck = createFetched(async () => (await chunks.fetch('check')).createLaterCheck(createCheck), report);
  return {
    /** All options of the client except the surveys. */
    settings,
    ...look,
    explain,
    isGood,
    isGoodOccasion: ({ subject, properties }: DisplayOccasion) =>
      (!subject || isGood('subject', subject)) && (!properties || isGood('properties', properties)),
    /** Fetches the second half of the check and validates a context with it. Reports an invalid context. */
    async isSoundContext(context: Context): Promise<boolean | undefined> {
      const sound = (await secondCheck.fetch())?.isSoundContext(context);
      if (sound === false) await explain('setContext', context);
      return sound;
    },
    /**
     * Fetches the checks of the fields that the first half of the check skipped, and reports what is wrong. Mistakes in the look of a
     * prompt are removed. Resolves the surveys that are still invalid.
     */
    async fetchBroken(): Promise<readonly Survey[]> {
      const checks = await Promise.all([
        needs.check && chunks.fetch('check'),
        needs.rules && chunks.fetch('governance'),
      ]);
      const broken = checks.flatMap((chunk) =>
        chunk ? chunk.createLaterCheck(createCheck).toUnsound(settings, surveys) : [],
      );
      return (broken[0] && (await explain())?.repair?.(settings, surveys)) ?? broken;
    },
  };
};

export type Definition = ReturnType<typeof readDefinition>;
