/** The default clocks, as every page carries them: what `toClocks` and `toOpening` say of them, in a fifth of the bytes. A property test holds the two together. */
import type { Subject, Survey } from '../schema/index.ts';
import type { FrequencyRecord, Mark } from './frequency.ts';
import { toSubjectKey } from './subjectKey.ts';
import { toTags } from './tags.ts';

/** Says whether a survey without rules of its own may be shown now, about this subject if it has one. */
export const isDueByDefault = (
  survey: Survey,
  records: readonly FrequencyRecord[],
  subject: Subject | undefined,
  now: number,
): boolean => {
  const [, mine, , scope, touchpoint] = toTags(survey);
  const relational = scope === 'scope:relational';
  return records.every(({ tags, marks, subjects, never }) => {
    const own = tags[1] === mine;
    const pause = tags.includes((relational ? scope : touchpoint) as string) ? (relational ? 84 : 30) : 0;
    /** Whether so many days have gone by; more, if it grows by repetition. */
    const isPast = (name: Mark, days: number, grows?: boolean) => {
      const [count, at] = marks[name] ?? [0, 0];
      const date = new Date(at);
      return !at || !days || date.setDate(date.getDate() + days * (grows ? Math.min(2 ** (count - 1), 8) : 1)) <= now;
    };
    const { answered, dismissed } = (own && subject && !relational && subjects[toSubjectKey(subject)]) || {};
    return (
      !(own && never) &&
      !answered &&
      !dismissed &&
      isPast('displayed', own ? ((marks.displayed?.[0] ?? 0) < 5 ? 0 : 84) : pause || 14) &&
      isPast('answered', pause) &&
      isPast('dismissed', pause, true) &&
      (!own || isPast('snoozed', 7, true))
    );
  });
};
