import { toLastOutcome } from '../memory/records.ts';
import { toRecordsKey } from '../memory/recordsKey.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';
import type { Turn } from './turn.ts';

/**
 * Closes a prompt that the respondent answered or refused in another tab, unless the respondent has begun to answer it in this tab. `event`
 * is the `storage` event of the other tab's record.
 */
export const followOtherTab = async (
  { key, newValue }: StorageEvent,
  turns: readonly Turn[],
  { state, findClosed }: Pick<DisplayEnvironment, 'state' | 'findClosed'>,
): Promise<void> => {
  for (const { survey, occasion, display } of turns) {
    if (key !== toRecordsKey(state.respondent, survey.id) || toLastOutcome(newValue) === 'displayed') continue;
    const [closed] = await findClosed(survey, occasion);
    if (closed && display?.isUntouched()) display.close('expired');
  }
};
