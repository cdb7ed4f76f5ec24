export type { AnswerIssue } from './checkAnswer.ts';
export { checkAnswer, codePoints } from './checkAnswer.ts';
export { isDue, toClocks } from './clocks.ts';
export { createSession } from './createSession.ts';
export type { Fact, FrequencyRecord, Mark, Marks, Outcome } from './frequency.ts';
export { toOpening } from './frequency.ts';
export { isAtHome, toGates } from './gates.ts';
export type {
  NormalChoiceQuestion,
  NormalConsentQuestion,
  NormalEmailQuestion,
  NormalQuestion,
  NormalScaleQuestion,
  NormalSurvey,
  NormalTextQuestion,
  NormalUnscoredQuestion,
} from './normalSurvey.ts';
export { isScored, toNormalSurvey } from './normalSurvey.ts';
export type {
  Ending,
  InputMode,
  Session,
  SessionChange,
  SessionOptions,
  SessionSnapshot,
  SessionState,
} from './session.ts';
export { toSubjectKey } from './subjectKey.ts';
export { toTags } from './tags.ts';
export { toOptions } from './toAnswer.ts';
export type { EventFacts, Unstamped } from './toEvent.ts';
export { toEvent, toEventData } from './toEvent.ts';
export { toRecord } from './toRecord.ts';
export { toRecords } from './toRecords.ts';
export type {
  Asked,
  AskedChoiceQuestion,
  AskedConsentQuestion,
  AskedEmailQuestion,
  AskedScaleQuestion,
  AskedTextQuestion,
  AskedUnscored,
} from './wording.ts';
export { toAskedScale, toAskedUnscored } from './wording.ts';
