/** Reads the host page's survey definition. Finds the valid surveys and reports why the others are invalid. */

import type { Report, ScoreletOptions } from '../api/options.ts';
import { toData } from '../browser/toData.ts';
import { createCheck } from '../check/createCheck.ts';
import { argumentNodes, isValid } from '../check/firstCheck.ts';
import { lookAt } from '../check/firstLook.ts';
import { meanings } from '../check/table.ts';
import type { Context, Survey } from '../schema/index.ts';
import type { ArgumentName, Explainable } from './argumentName.ts';
import type { Chunks } from './chunks.ts';
import { createFetched } from './fetched.ts';

export const readDefinition = (options: ScoreletOptions, report: Report, chunks: Chunks) => {
  const { storage: _, surveys: list, ...rest } = options;
  const settings: Omit<ScoreletOptions, 'surveys'> & { [name: string]: unknown } = toData(rest);
  for (const name in settings) if (typeof settings[name] === 'function') delete settings[name];
  const definition = { ...settings, surveys: toData(list) };
  const look = lookAt(settings, definition.surveys);
  const { given, surveys, needs } = look;

  /**
   * Fetches the schemas and reports why a value is invalid. Resolves the schemas.
   * @default the value is the definition
   */
  const explain = async (what: Explainable = 'options', value: unknown = definition) => {
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
  /** Returns true when the given arguments of a client method are valid. Reports an invalid one. */
  const areGood = (given: object): boolean =>
    Object.entries(argumentNodes).every(([name, node]) => {
      const value = (given as { readonly [name: string]: unknown })[name];
      const good = value == null || isValid(node, value);
      if (!good) void explain(name as ArgumentName, value);
      return good;
    });

  /** Passes `createCheck` and the table of the first file to a check chunk, so that the chunk does not contain another copy. */
  const secondCheck = createFetched(
    async () => (await chunks.fetch('check')).createLaterCheck(createCheck, meanings),
    report,
  );
  return {
    /** All options of the client except the surveys. */
    settings,
    ...look,
    explain,
    areGood,
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
        chunk ? chunk.createLaterCheck(createCheck, meanings).toUnsound(settings, surveys) : [],
      );
      return (broken[0] && (await explain())?.repair?.(settings, surveys)) ?? broken;
    },
  };
};

export type Definition = ReturnType<typeof readDefinition>;
