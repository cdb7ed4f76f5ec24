export type { AnswerIssue } from './session/checkAnswer.ts';
export { checkAnswer, codePoints } from './session/checkAnswer.ts';
export { isDue, toClocks } from './rules/clocks.ts';
export { createSession } from './session/createSession.ts';
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
export type {
  Ending,
  InputMode,
  Session,
  SessionChange,
  SessionOptions,
  SessionSnapshot,
  SessionState,
} from './session/session.ts';
export { toSubjectKey } from './subjectKey.ts';
export { toTags } from './rules/tags.ts';
export { toOptions } from './session/toAnswer.ts';
export type { EventFacts, Unstamped } from './session/toEvent.ts';
export { toEvent, toEventData } from './session/toEvent.ts';
export { toRecord } from './rules/toRecord.ts';
export { toRecords } from './rules/toRecords.ts';
export type {
  Asked,
  AskedChoiceQuestion,
  AskedConsentQuestion,
  AskedEmailQuestion,
  AskedScaleQuestion,
  AskedTextQuestion,
  AskedUnscored,
} from './session/wording.ts';
export { toAskedScale, toAskedUnscored } from './session/wording.ts';
