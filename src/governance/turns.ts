import { isAtHome } from '../core/rules/gates.ts';
import type { Displays } from '../display/displayEnvironment.ts';

/** Removes the prompts of surveys whose targeting does not match this URL. Keeps a prompt that the respondent has begun to answer. */
export const leaveAddress = (displays: Pick<Displays, 'turns' | 'close'>, address: string): void => {
  for (const turn of displays.turns()) {
    const { survey, display, start } = turn;
    const isIdle = !start && display?.isUntouched() !== false;
    if (isIdle && !isAtHome(survey.targeting ?? {}, address)) displays.close(turn, 'route_change');
  }
};

/** Cancels the prompts of a survey that wait to be shown. */
export const cancelSurvey = (displays: Pick<Displays, 'turns' | 'close'>, surveyId: string): void => {
  for (const turn of displays.turns()) {
    if (!turn.display && turn.survey.id === surveyId) displays.close(turn, 'api');
  }
};
