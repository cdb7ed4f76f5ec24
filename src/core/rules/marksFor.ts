import type { Clock, Subject } from '../../schema/index.ts';
import { toSubjectKey } from '../subjectKey.ts';
import type { FrequencySummary, Marks } from './frequencySummary.ts';

/** Returns the marks that a clock counts: of one subject, or of all subjects. A clock per subject counts nothing without a subject. */
export const marksFor = (
  per: Clock['per'],
  { marks, subjects }: FrequencySummary,
  subject: Subject | undefined,
): Marks => {
  if (per !== 'subject') return marks;
  return (subject && subjects.get(toSubjectKey(subject))) ?? {};
};
