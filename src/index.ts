export { createScorelet } from './client.ts';
export type { AnswerIssue } from './core/checkAnswer.ts';
export type { NormalSurvey } from './core/normalSurvey.ts';
export type { Session, SessionChange, SessionState } from './core/session.ts';
export type {
  Consent,
  Hooks,
  NotShownReason,
  Scorelet,
  ScoreletError,
  ScoreletOptions,
  ShowOptions,
  ShowResult,
} from './options.ts';
export type { Present, PresentOptions } from './present.ts';
export type {
  Answer,
  Context,
  EventName,
  EventOf,
  Options,
  Properties,
  Question,
  Respondent,
  SchemaIssue,
  ScoreletEvent,
  Segment,
  Subject,
  Survey,
  Trigger,
} from './schema/index.ts';
export type { Locale, LocalePack } from './schema/locale.ts';
export type { Delivered, Delivery, FlushReason, Receipt, Transport, Undeliverable } from './transport/transport.ts';
