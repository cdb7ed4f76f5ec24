export type { AnswerIssue } from './session/checkAnswer.ts';
export { codePoints } from './session/checkAnswer.ts';
export { checkAnswer } from './session/more/checkAnswer.ts';
export { createSession } from './session/more/createSession.ts';
export { toOptions } from './session/more/choiceKind.ts';
export { isDue, toClocks } from './rules/clocks.ts';
export type { Fact, FrequencyRecord, Mark, Marks, Outcome } from './rules/frequency.ts';
export { toOpening } from './rules/frequency.ts';
export { isAtHome, toGates } from './rules/gates.ts';
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
export { isScored, toNormalSurvey } from './session/normalSurvey.ts';
export type { Session, SessionChange, SessionOptions } from './session/session.ts';
export type { Ending, InputMode, SessionSnapshot, SessionState } from './session/sessionState.ts';
export { toSubjectKey } from './subjectKey.ts';
export { toTags } from './rules/tags.ts';
export type { EventFacts, Unstamped } from './session/toEvent.ts';
export { toEvent, toEventData } from './session/toEvent.ts';
export { toRecord } from './rules/toRecord.ts';
export { toRecords } from './rules/toRecords.ts';
export type { Asked, AskedChoiceQuestion, AskedConsentQuestion, AskedEmailQuestion, AskedScaleQuestion, AskedTextQuestion, AskedUnscored } from './session/asked.ts';
export { toAskedScale, toAskedUnscored } from './session/wording.ts';
