// Only sets the order of the modules: the file compresses better.
import './client/npmChunks.ts';
import './check/table.ts';

export type {
  Consent,
  Hooks,
  NotShownReason,
  Scorelet,
  ScoreletError,
  ScoreletOptions,
  ShowOptions,
  ShowResult,
} from './api/options.ts';
export type { Present, PresentOptions } from './api/present.ts';
export type { Delivered, Delivery, FlushReason, Receipt, Transport, Undeliverable } from './api/transport.ts';
export { createScorelet } from './client/createScorelet.ts';
export type { AnswerIssue } from './core/session/checkAnswer.ts';
export type { NormalSurvey } from './core/session/normalSurvey.ts';
export type { Session, SessionChange } from './core/session/session.ts';
export type { SessionState } from './core/session/sessionState.ts';
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
