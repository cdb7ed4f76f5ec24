import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { SessionSnapshot } from '../core/session/sessionState.ts';
import { VERSION } from '../core/session/version.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import { keepBegun, takeBegun } from '../memory/begunResponse.ts';
import type { Subject, Survey } from '../schema/index.ts';
import type { ResponseDetails } from './response.ts';

/** The data of an incomplete response that the tab stores. */
export interface BegunDisplay {
  readonly occasion: Pick<DisplayOccasion, 'subject' | 'properties'>;
  readonly response: ResponseDetails;
  readonly session: SessionSnapshot;
}

/** A stored response continues only with the same version of the client and of the survey. */
const toVersion = (survey: Survey): string => `${VERSION}/${survey.version}`;

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
  const begun = takeBegun<BegunDisplay>(survey.id, toVersion(survey), now);
  return !subject || isSame(subject, begun?.occasion.subject) ? begun : undefined;
};

export const keepBegunDisplay = (survey: Survey, begun: BegunDisplay, now: number): boolean =>
  keepBegun(survey.id, { version: toVersion(survey), at: now, payload: begun });
