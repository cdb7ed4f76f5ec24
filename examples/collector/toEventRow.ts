import type { ReceivedEvent } from '../../src/collector/index.ts';
import { toStorable } from './toStorable.ts';

export interface EventRow {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly response_id: string;
  readonly sequence: number;
  readonly survey_id: string;
  readonly survey_version: number;
  readonly question_id: string | null;
  readonly metric: string | null;
  readonly variant: string | null;
  readonly scope: string | null;
  readonly scale_min: number | null;
  readonly scale_max: number | null;
  readonly polarity: string | null;
  readonly reason: string | null;
  readonly touchpoint_id: string | null;
  readonly journey_stage: string | null;
  readonly channel: string | null;
  readonly locale: string | null;
  readonly experiment_variant: string | null;
  readonly time_to_resolution_ms: number | null;
  readonly subject_type: string | null;
  readonly subject_id: string | null;
  readonly respondent_id: string | null;
  readonly survey_group: string | null;
  readonly occurred_at: string;
  readonly received_at: string;
  readonly test: boolean;
  readonly preview: boolean;
  readonly automation: boolean;
  readonly publishable_key: string | null;
  readonly json: string;
  readonly data: string;
}

/** Lower limit of event times. A wrong clock may send a time that a timestamp column cannot store. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** Converts an event to a database row. */
export const toEventRow = ({ event, json, receivedAt, occurredAt, key }: ReceivedEvent): EventRow => {
  const clean = toStorable(event) as typeof event;
  const { source, id, type, subject, data } = clean;
  const answer = 'answer' in data ? data.answer : undefined;
  // An answer to a text question has no scale, even when the display has one.
  const shown = answer?.kind === 'score' ? answer : !answer && 'scale' in data ? data : undefined;
  const { instrument, scale } = shown ?? {};
  const { context, quality, survey } = data;
  return {
    source,
    id,
    type,
    response_id: subject,
    sequence: data.sequence,
    survey_id: survey.id,
    survey_version: survey.version,
    question_id: answer?.question.id ?? ('question' in data ? data.question.id : null),
    metric: instrument?.metric ?? null,
    variant: instrument?.variant ?? null,
    scope: instrument?.scope ?? null,
    scale_min: scale?.min ?? null,
    scale_max: scale?.max ?? null,
    polarity: scale?.polarity ?? null,
    reason: 'reason' in data ? data.reason : null,
    touchpoint_id: context?.touchpoint?.id ?? null,
    journey_stage: context?.touchpoint?.journeyStage ?? null,
    channel: context?.channel ?? null,
    locale: 'locale' in data ? data.locale : null,
    experiment_variant: context?.experiment?.variant ?? null,
    time_to_resolution_ms: context?.resolution?.timeToResolutionMs ?? null,
    subject_type: data.subject?.type ?? null,
    subject_id: data.subject?.id ?? null,
    respondent_id: data.respondent?.id ?? null,
    survey_group: survey.group ?? null,
    // An event cannot happen after it was received.
    occurred_at: new Date(Math.min(receivedAt, Math.max(EARLIEST, occurredAt))).toISOString(),
    received_at: new Date(receivedAt).toISOString(),
    test: quality.test,
    preview: quality.preview,
    automation: quality.automation,
    publishable_key: key === undefined ? null : String(toStorable(key)),
    json: String(toStorable(json)),
    data: JSON.stringify(data),
  };
};
