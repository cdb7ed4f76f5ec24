/** The frequency caps of a survey by name. The definition calls a frequency cap a clock. */
import type { Clock, Subject, Survey } from '../../schema/index.ts';
import { COMMON_CLOCKS, RELATIONAL_CLOCKS, TRANSACTIONAL_CLOCKS } from './defaultClocks.ts';
import type { FrequencySummary } from './frequencySummary.ts';
import { toOpening } from './opening.ts';
import { isRefusedForever } from './refusal.ts';
import { toTags } from './tags.ts';

/**
 * Returns the frequency caps of a survey: the default ones plus those of its definition. A cap of the definition replaces or removes the
 * default cap with the same name.
 */
export const toClocks = (survey: Survey): Record<string, Clock | false> => ({
  ...(toTags(survey).scope === 'relational' ? RELATIONAL_CLOCKS : TRANSACTIONAL_CLOCKS),
  ...COMMON_CLOCKS,
  ...survey.frequency?.clocks,
});

/** Returns true when no frequency cap of a survey is active. A cap per subject counts only the given subject. */
export const isDue = (
  survey: Survey,
  summaries: readonly FrequencySummary[],
  subject: Subject | undefined,
  now: number,
  visitBegan?: number,
): boolean => {
  if (isRefusedForever(survey.id, summaries)) return false;
  const tags = toTags(survey);
  return Object.values(toClocks(survey)).every(
    (clock) => !clock || toOpening(clock, tags, summaries, subject, visitBegan) <= now,
  );
};
