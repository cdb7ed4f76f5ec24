import { normalize, type Segment, segmentOf } from '../../src/score/index.ts';
import { CHOSEN, toChosenParams } from './chosen.ts';
import type { Cell } from './csv.ts';
import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import { toScoringProblem } from './score.ts';

/** Where each column is found in the answer. */
const OF_ANSWER = {
  question_type: 'question,type',
  lead: 'question,lead',
  title: 'question,title',
  wording_id: 'question,wordingId',
  question_locale: 'question,locale',
  scale_style: 'scale,style',
  scale_low: 'scale,low',
  scale_high: 'scale,high',
  asked_segment: 'askedSegment',
  language: 'language',
  input_mode: 'commit,inputMode',
} as const;

const OF_ANSWER_NUMBERS = {
  text_length: 'textLength',
  changes: 'commit,changes',
  first_answer_ms: 'commit,firstAnswerMs',
  submit_ms: 'commit,submitMs',
} as const;

/** Where each column is found in the data of the event that decided. */
const OF_DATA = {
  presentation: 'presentation',
  page: 'page',
  intent: 'context,touchpoint,intent',
  experiment_id: 'context,experiment,id',
  experiment_variant: 'context,experiment,variant',
  ticket_id: 'context,resolution,ticketId',
  agent: 'context,resolution,agent',
  team: 'context,resolution,team',
  queue: 'context,resolution,queue',
  category: 'context,resolution,category',
  subject_type: 'subject,type',
  subject_id: 'subject,id',
  respondent_id: 'respondent,id',
  account_id: 'respondent,accountId',
  anonymous_id: 'respondent,anonymousId',
  traits: 'traits',
  properties: 'properties',
  consent: 'quality,consent',
  sdk_version: 'sdk,version',
} as const;

const OF_DATA_NUMBERS = {
  time_to_resolution_ms: 'context,resolution,timeToResolutionMs',
  first_response_ms: 'context,resolution,firstResponseMs',
  handle_time_ms: 'context,resolution,handleTimeMs',
  sampling_rate: 'sampling,rate',
  sampling_bucket: 'sampling,bucket',
  nth_ask: 'sampling,nthAsk',
  days_since_last_ask: 'sampling,daysSinceLastAsk',
} as const;

export const EXPORT_COLUMNS = [
  ...['source', 'response_id', 'survey_id', 'survey_version', 'question_id', 'kind'],
  ...['asked_at', 'answered_at', 'answered_at_local', 'received_at'],
  ...['metric', 'variant', 'scope', 'scale_min', 'scale_max', 'polarity', 'score', 'normalized', 'segment', 'text'],
  ...Object.keys({ ...OF_ANSWER, ...OF_ANSWER_NUMBERS }),
  'segment_changed',
  ...['touchpoint_id', 'journey_stage', 'channel', 'locale'],
  ...Object.keys({ ...OF_DATA, ...OF_DATA_NUMBERS }),
  'first_contact',
  ...['test', 'preview', 'automation', 'decided_by', 'sequence', 'event_id'],
] as const;

export type ExportRow = Readonly<Record<string, Cell>>;

const toColumns = (from: 'answer' | 'data', paths: Readonly<Record<string, string>>, type = '') =>
  Object.entries(paths).map(([name, path]) => `(said.${from} #>> '{${path}}')${type} as ${name}`);

const SELECT = [
  'said.source, said.response_id, chosen.survey_id, chosen.survey_version::double precision as survey_version',
  'said.question_id, said.kind, said.metric, said.variant, said.scope, said.scale_min, said.scale_max, said.polarity',
  'said.score, said.text, said.event_id, said.sequence::double precision as sequence',
  "to_json(chosen.started_at) #>> '{}' as asked_at",
  "to_json(said.occurred_at) #>> '{}' as answered_at",
  `to_char(said.occurred_at at time zone $5::text, 'YYYY-MM-DD"T"HH24:MI:SS') as answered_at_local`,
  "to_json(said.received_at) #>> '{}' as received_at",
  ...toColumns('answer', OF_ANSWER),
  ...toColumns('answer', OF_ANSWER_NUMBERS, '::double precision'),
  "(said.answer ->> 'segmentChanged')::boolean as segment_changed",
  'chosen.touchpoint_id, chosen.journey_stage, chosen.channel, chosen.locale',
  ...toColumns('data', OF_DATA),
  ...toColumns('data', OF_DATA_NUMBERS, '::double precision'),
  "(said.data #>> '{context,resolution,firstContact}')::boolean as first_contact",
  'chosen.is_test as test, chosen.is_preview as preview, chosen.is_automation as automation',
  "case when said.is_final then 'completed' else 'answered' end as decided_by",
].join(', ');

type Scorable = {
  readonly variant: Parameters<typeof segmentOf>[0]['variant'] | null;
  readonly scale_min: number;
  readonly scale_max: number;
  readonly polarity: Parameters<typeof segmentOf>[0]['polarity'];
  readonly score: number | null;
};

/** Derived from score and scale, not copied: an event may claim anything. */
const toDerived = (row: Scorable): { normalized: number | null; segment: Segment | null } => {
  const { variant, scale_min: min, scale_max: max, polarity, score } = row;
  if (variant === null || score === null || !(score >= min && score <= max)) return { normalized: null, segment: null };
  const instrument = { variant, min, max, polarity };
  if (toScoringProblem(instrument)) return { normalized: null, segment: null };
  return { normalized: normalize(score, instrument), segment: segmentOf(instrument, score) };
};

/** Reads one row for each final answer of the selection, oldest first, with everything an analysis may want. */
export const readExport = async (database: Queryable, filters: Filters): Promise<readonly ExportRow[]> => {
  const rows = await database.query<ExportRow & Scorable>(
    `with ${CHOSEN}
    select ${SELECT}
    from final_answers as said
    join chosen using (source, response_id)
    order by said.occurred_at, said.source, said.response_id, said.question_id`,
    toChosenParams(filters),
  );
  return rows.map((row) => ({ ...row, ...toDerived(row) }));
};
