import type { DisplayOccasion } from '../api/displayOccasion.ts';
import { bare } from '../core/session/bare.ts';
import type { SessionSnapshot } from '../core/session/sessionState.ts';
import { toSubjectKey } from '../core/subjectKey.ts';
import { takeBegun } from '../memory/begunResponse.ts';
import type { Subject, Survey } from '../schema/index.ts';
import { type BegunDisplay, toBegunVersion } from './begun.ts';
import type { Display } from './display.ts';

const isSame = (one: Subject, other: Subject | undefined) => toSubjectKey(one) === (other && toSubjectKey(other));

/** Ids of questions are the keys of these records, so the records that were read from JSON lose their prototype. */
const toSnapshot = ({ state, ...rest }: SessionSnapshot): SessionSnapshot => ({
  ...rest,
  state: {
    ...state,
    // A draft was dismissed or postponed.
    status: 'open',
    scores: bare(state.scores),
    texts: bare(state.texts),
    choices: bare(state.choices),
    issues: bare(state.issues),
  },
});

/**
 * Removes the incomplete response of a survey from the tab's storage and prepares its display. Returns undefined when there is none, when
 * the survey is now shown for another subject, or when the stored text was altered.
 */
export const resumeDisplay = (
  survey: Survey,
  { subject }: Pick<DisplayOccasion, 'subject'>,
  now: number,
  prepare: (begun: BegunDisplay) => Display,
): Display | undefined => {
  const begun = takeBegun<BegunDisplay>(survey.id, toBegunVersion(survey), now);
  if (!begun || (subject && !isSame(subject, begun.occasion.subject))) return undefined;
  try {
    return prepare({ ...begun, session: toSnapshot(begun.session) });
  } catch {
    // Other code of the page has written to our key. The response starts again.
    return undefined;
  }
};
