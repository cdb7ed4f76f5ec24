import type { DisplayOccasion } from '../api/displayOccasion.ts';
import type { SessionSnapshot } from '../core/session/sessionState.ts';
import { VERSION } from '../core/session/version.ts';
import { keepBegun } from '../memory/begunResponse.ts';
import type { Survey } from '../schema/index.ts';
import type { ResponseDetails } from './response.ts';

/** The data of an incomplete response that the tab stores. */
export interface BegunDisplay {
  readonly occasion: Pick<DisplayOccasion, 'subject' | 'properties'>;
  readonly response: ResponseDetails;
  readonly session: SessionSnapshot;
}

/** A stored response continues only with the same version of the client and of the survey. */
export const toBegunVersion = (survey: Survey): string => `${VERSION}/${survey.version}`;

/** Stores the incomplete response of a survey in the tab. */
export const keepBegunDisplay = (survey: Survey, begun: BegunDisplay, now: number): boolean =>
  keepBegun(
    survey.id,
    { version: toBegunVersion(survey), at: now, payload: begun },
    begun.session.state.status === 'open',
  );
