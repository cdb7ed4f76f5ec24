export type {
  Answer,
  AskedQuestion,
  AskedScale,
  ChoiceAnswer,
  Commit,
  ConsentAnswer,
  EmailAnswer,
  ScoreAnswer,
  TextAnswer,
} from './answer.ts';
export { answer } from './answer.ts';
export type { Context, Properties, Respondent, Subject } from './context.ts';
export { context, respondent, subject } from './context.ts';
export type { DismissReason, EventName, EventOf, GateName, ScoreletEvent } from './event.ts';
export { DISMISS_REASONS, event, eventByName, GATES } from './event.ts';
export type { Clock, Frequency } from './frequency.ts';
export type { HistoryFact, HistoryOutcome, HistoryRequest, ScoreletHistory } from './history.ts';
export { HISTORY_OUTCOMES, history, historyFact, historyRequest, MAX_FACTS } from './history.ts';
export type { CesVariant, Instrument, Metric, Polarity, Segment, Variant } from './instruments.ts';
export { MAXIMA, polarityOf, toNormalized, toSegment } from './instruments.ts';
export type { SchemaIssue } from './issue.ts';
export { SchemaError, toSentence } from './issue.ts';
export { toJsonSchemas } from './jsonSchema.ts';
export type { Locale } from './locale.ts';
export type { Matcher } from './matcher.ts';
export type { Options } from './options.ts';
export { options } from './options.ts';
export {
  checkEvent,
  checkHistory,
  checkHistoryRequest,
  checkOptions,
  checkSurvey,
  parseEvent,
  parseHistory,
  parseHistoryRequest,
  parseOptions,
  parseSurvey,
} from './parse.ts';
export type { ChoiceQuestion, ConsentQuestion, EmailQuestion, Question, TextQuestion } from './question.ts';
export { question } from './question.ts';
export type { Survey } from './survey.ts';
export { survey } from './survey.ts';
export type { Experiment, Targeting } from './targeting.ts';
export type { Trigger } from './trigger.ts';
