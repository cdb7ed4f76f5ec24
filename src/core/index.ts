export type { AnswerIssue } from './checkAnswer.ts';
export { checkAnswer, codePoints } from './checkAnswer.ts';
export { isDue, toClocks } from './clocks.ts';
export { createSession } from './createSession.ts';
export { isDueByDefault } from './dueByDefault.ts';
export type { FrequencyRecord, Mark, Marks } from './frequency.ts';
export { toOpening, toRecord } from './frequency.ts';
export { isAtHome, toGates } from './gates.ts';
export type { Outcome } from './nextRecord.ts';
export { toNextRecord } from './nextRecord.ts';
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
