/** Which clocks a survey has. */
import type { Clock, Subject, Survey } from '../../schema/index.ts';
import { type FrequencyRecord, toOpening } from './frequency.ts';
import { toTags } from './tags.ts';

/**
 * Returns the clocks of a survey by name: its own, and those it did not take away. Three months between two questions about the whole
 * of a relation, one between two at the same touchpoint and never two about the same subject, two weeks between any two surveys, one
 * after "later"; what was ignored five times rests for three months.
 */
export const toClocks = (survey: Survey): Record<string, Clock | false> => ({
  ...(toTags(survey)[3] === 'scope:relational'
    ? { relational: { per: 'scope', displayed: '12w', answered: '12w', dismissed: '12w' } }
    : {
        subject: { per: 'subject', answered: 'ever', dismissed: 'ever' },
        touchpoint: { per: 'touchpoint', displayed: '30d', answered: '30d', dismissed: '30d' },
      }),
  any: { per: 'all', displayed: '14d' },
  snooze: { per: 'survey', snoozed: '7d' },
  ignored: { per: 'survey', displayed: '12w', times: 5 },
  ...survey.frequency?.clocks,
});

/** Says whether a survey may be shown now, about this subject if it has one, by all that is remembered of the respondent. */
export const isDue = (
  survey: Survey,
  records: readonly FrequencyRecord[],
  subject: Subject | undefined,
  now: number,
  visit?: number,
): boolean => {
  const tags = toTags(survey);
  return (
    !records.some((record) => record.never && record.tags.includes(tags[1] as string)) &&
    Object.values(toClocks(survey)).every((clock) => !clock || toOpening(clock, tags, records, subject, visit) <= now)
  );
};
