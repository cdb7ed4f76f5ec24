import type { Clock, Subject } from '../../schema/index.ts';
import { toSubjectKey } from '../subjectKey.ts';
import type { FrequencySummary, Marks } from './frequencySummary.ts';

/**
 * Returns the outcomes that a frequency cap counts: those of one subject, or those of all subjects. A cap per subject counts nothing when
 * the survey has no subject.
 */
export const marksFor = (
  per: Clock['per'],
  { marks, subjects }: FrequencySummary,
  subject: Subject | undefined,
): Marks => {
  if (per !== 'subject') return marks;
  return (subject && subjects.get(toSubjectKey(subject))) ?? {};
};
