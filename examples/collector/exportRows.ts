import { normalize, type Segment, segmentOf } from '../../src/score/index.ts';
import type { Cell } from './csv.ts';
import type { Database } from './database.ts';
import type { Filters } from './filters.ts';
import { toScoringProblem } from './score.ts';
import { createSelection } from './selection.ts';

/** The path of each column's value in the answer. */
const OF_ANSWER = {
  question_type: 'question.type',
  lead: 'question.lead',
  title: 'question.title',
  wording_id: 'question.wordingId',
  question_locale: 'question.locale',
  scale_style: 'scale.style',
  scale_low: 'scale.low',
  scale_high: 'scale.high',
  text_length: 'textLength',
  language: 'language',
  asked_segment: 'askedSegment',
  segment_changed: 'segmentChanged',
  input_mode: 'commit.inputMode',
  changes: 'commit.changes',
  first_answer_ms: 'commit.firstAnswerMs',
  submit_ms: 'commit.submitMs',
} as const;

/** The path of each column's value in the data of the event that contains the final answer. */
const OF_DATA = {
  presentation: 'presentation',
  page: 'page',
  intent: 'context.touchpoint.intent',
  experiment_id: 'context.experiment.id',
  experiment_variant: 'context.experiment.variant',
  ticket_id: 'context.resolution.ticketId',
  agent: 'context.resolution.agent',
  team: 'context.resolution.team',
  queue: 'context.resolution.queue',
  category: 'context.resolution.category',
  time_to_resolution_ms: 'context.resolution.timeToResolutionMs',
  first_response_ms: 'context.resolution.firstResponseMs',
  handle_time_ms: 'context.resolution.handleTimeMs',
  first_contact: 'context.resolution.firstContact',
  sampling_rate: 'sampling.rate',
  sampling_bucket: 'sampling.bucket',
  nth_ask: 'sampling.nthAsk',
  days_since_last_ask: 'sampling.daysSinceLastAsk',
  subject_type: 'subject.type',
  subject_id: 'subject.id',
  respondent_id: 'respondent.id',
  account_id: 'respondent.accountId',
  anonymous_id: 'respondent.anonymousId',
  traits: 'traits',
  properties: 'properties',
  consent: 'quality.consent',
  sdk_version: 'sdk.version',
} as const;

export const EXPORT_COLUMNS = [
  ...['source', 'response_id', 'survey_id', 'survey_version', 'question_id', 'kind'],
  ...['asked_at', 'answered_at', 'answered_at_local', 'received_at'],
  ...['metric', 'variant', 'scope', 'scale_min', 'scale_max', 'polarity', 'score', 'normalized', 'segment', 'text'],
  ...['choice_ids', 'choice_labels', 'choice_other', 'choice_multiple', 'email', 'consent_given'],
  ...Object.keys(OF_ANSWER),
  ...['touchpoint_id', 'journey_stage', 'channel', 'locale'],
  ...Object.keys(OF_DATA),
  ...['test', 'preview', 'automation', 'decided_by', 'sequence', 'event_id'],
] as const;

type ExportRow = Readonly<Record<string, Cell>>;

const SELECT = `
  said.source, said.response_id, chosen.survey_id, chosen.survey_version::double precision as survey_version,
  said.question_id, said.kind, said.metric, said.variant, said.scope, said.scale_min, said.scale_max, said.polarity,
  said.score, said.text, said.other as choice_other, said.is_multiple as choice_multiple, said.email,
  (select array_agg(item ->> 'id') from jsonb_array_elements(said.choices) as item) as choice_ids,
  (select array_agg(item ->> 'label') from jsonb_array_elements(said.choices) as item) as choice_labels,
  -- An e-mail address has the column too: its consent is another answer of the same response.
  case when said.kind in ('email', 'consent')
    then bool_or(said.kind = 'consent') over (partition by said.source, said.response_id)
  end as consent_given,
  said.event_id, said.sequence::double precision as sequence,
  to_json(chosen.started_at) #>> '{}' as asked_at,
  to_json(said.occurred_at) #>> '{}' as answered_at,
  to_char(said.occurred_at at time zone $1::text, 'YYYY-MM-DD"T"HH24:MI:SS') as answered_at_local,
  to_json(said.received_at) #>> '{}' as received_at,
  chosen.touchpoint_id, chosen.journey_stage, chosen.channel, chosen.locale,
  chosen.is_test as test, chosen.is_preview as preview, chosen.is_automation as automation,
  case when said.is_final then 'completed' else 'answered' end as decided_by,
  said.answer, said.data`;

type Instrument = Parameters<typeof segmentOf>[0];

type Found = {
  readonly variant: Instrument['variant'] | null;
  readonly scale_min: number;
  readonly scale_max: number;
  readonly polarity: Instrument['polarity'];
  readonly score: number | null;
  readonly answer: unknown;
  readonly data: unknown;
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const toCell = (value: unknown): Cell => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isObject(value) ? JSON.stringify(value) : null;
};

/** Reads the values at the given paths. A missing value is `null`. */
const toCells = (from: unknown, paths: Readonly<Record<string, string>>): ExportRow =>
  Object.fromEntries(
    Object.entries(paths).map(([column, path]) => {
      const value = path
        .split('.')
        .reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : null), from);
      return [column, toCell(value)];
    }),
  );

/** Derives the normalized score and the segment from score and scale. It does not copy them from the event, where a sender can put anything. */
const toDerived = (found: Found): { normalized: number | null; segment: Segment | null } => {
  const { variant, scale_min: min, scale_max: max, polarity, score } = found;
  if (variant === null || score === null || !(score >= min && score <= max)) return { normalized: null, segment: null };
  const instrument = { variant, min, max, polarity };
  if (toScoringProblem(instrument)) return { normalized: null, segment: null };
  return { normalized: normalize(score, instrument), segment: segmentOf(instrument, score) };
};

/** Reads one row for each final answer in the selection, oldest first. */
export const readExport = async (database: Database, filters: Filters): Promise<readonly ExportRow[]> => {
  const rows = await database.transaction(async (transaction) => {
    await createSelection(transaction, filters);
    return transaction.query<ExportRow & Found>(
      `select ${SELECT}
      from said
      join chosen using (source, response_id)
      order by said.occurred_at, said.source, said.response_id, said.position, said.question_id`,
      [filters.timeZone],
    );
  });
  return rows.map(({ answer, data, ...row }) => {
    const derived = toDerived({ ...row, answer, data });
    return { ...row, ...derived, ...toCells(answer, OF_ANSWER), ...toCells(data, OF_DATA) };
  });
};
