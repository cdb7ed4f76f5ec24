import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import { takeBegun } from '../memory/begunResponse.ts';
import type { Subject, Survey } from '../schema/index.ts';
import { type BegunDisplay, toBegunVersion } from './begun.ts';

const isSame = (one: Subject, other: Subject | undefined) => toSubjectKey(one) === (other && toSubjectKey(other));

/**
 * Removes the incomplete response of a survey from the tab's storage and returns it. Does not return it when the survey is now shown for
 * another subject.
 */
export const takeBegunDisplay = (
  survey: Survey,
  { subject }: Pick<DisplayOccasion, 'subject'>,
  now: number,
): BegunDisplay | undefined => {
  const begun = takeBegun<BegunDisplay>(survey.id, toBegunVersion(survey), now);
  return !subject || isSame(subject, begun?.occasion.subject) ? begun : undefined;
};
