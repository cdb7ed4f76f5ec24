export { isDue, toClocks } from './rules/clocks.ts';
export type { DisplayRecord } from './rules/displayRecord.ts';
export { isDisplayRecord } from './rules/displayRecord.ts';
export type { Counted, FrequencySummary, Mark, Marks } from './rules/frequencySummary.ts';
export { isAtHome, toGates } from './rules/gates.ts';
export { notInFuture } from './rules/notInFuture.ts';
export { toOpening } from './rules/opening.ts';
export type { Outcome } from './rules/outcome.ts';
export type { SurveyTags } from './rules/tags.ts';
export { toTags } from './rules/tags.ts';
export { toSummaries } from './rules/toSummaries.ts';
export { toSummary } from './rules/toSummary.ts';
export type {
  Asked,
  AskedChoiceQuestion,
  AskedConsentQuestion,
  AskedEmailQuestion,
  AskedScaleQuestion,
  AskedTextQuestion,
  AskedUnscored,
} from './session/asked.ts';
export type { AnswerIssue } from './session/checkAnswer.ts';
export { codePoints } from './session/checkAnswer.ts';
export { checkAnswer } from './session/more/checkAnswer.ts';
export { toOptions } from './session/more/choiceKind.ts';
export { createSession } from './session/more/createSession.ts';
export { toNormalSurvey } from './session/more/toNormalSurvey.ts';
export type {
  NormalChoiceQuestion,
  NormalConsentQuestion,
  NormalEmailQuestion,
  NormalQuestion,
  NormalScaleQuestion,
  NormalSurvey,
  NormalTextQuestion,
  NormalUnscoredQuestion,
} from './session/normalSurvey.ts';
export { isScored } from './session/normalSurvey.ts';
export type { Session, SessionChange, SessionOptions } from './session/session.ts';
export type { Ending, InputMode, SessionSnapshot, SessionState } from './session/sessionState.ts';
export type { EventDetails, Unstamped } from './session/toEvent.ts';
export { toEvent, toEventData } from './session/toEvent.ts';
export { toAskedScale } from './session/wording.ts';
export { toSubjectKey } from './subjectKey.ts';
