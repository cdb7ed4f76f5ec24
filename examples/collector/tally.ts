import type { Instrument } from '../../src/score/index.ts';
import type { Queryable } from './database.ts';
import type { Group, Period } from './filterWords.ts';

/** The number of answers with one score to one question, in one part of the selection. */
export interface TallyRow extends Instrument {
  readonly metric: string;
  readonly surveyId: string;
  readonly surveyVersion: number;
  readonly questionId: string;
  readonly scope: string;
  /** The part of the selection: a group's value, the first day of a period, or the index of a time to resolution. */
  readonly part: string | null;
  readonly score: number;
  readonly answers: number;
}

/** The upper ends of the times to resolution in hours. The last range has no upper end. */
export const RESOLUTION_HOURS = [1, 4, 24, 72, 168] as const;

const HOUR_MS = 3_600_000;

/** The SQL expression of each kind of part. The expressions are fixed: text of a request never becomes SQL. */
const PARTS = {
  none: 'null::text',
  touchpoint: 'chosen.touchpoint_id',
  stage: 'chosen.journey_stage',
  channel: 'chosen.channel',
  locale: 'chosen.locale',
  variant: 'chosen.experiment_variant',
  presentation: 'chosen.presentation',
  style: "said.answer #>> '{scale,style}'",
  day: toPeriodStart('day'),
  week: toPeriodStart('week'),
  month: toPeriodStart('month'),
  resolution: `width_bucket(chosen.time_to_resolution_ms, array[${RESOLUTION_HOURS.map((hours) => `${hours * HOUR_MS}::double precision`).join(', ')}])::text`,
} as const satisfies Record<Group | Period | 'none' | 'resolution', string>;

/** Returns the SQL of a period's first day. Weeks begin on Monday (ISO 8601). */
function toPeriodStart(period: Period): string {
  return `to_char(date_trunc('${period}', chosen.started_local), 'YYYY-MM-DD')`;
}

/** Counts the final answers in the selection by instrument, question, score and part. */
export const readTally = (database: Queryable, part: keyof typeof PARTS): Promise<readonly TallyRow[]> =>
  database.query<TallyRow>(
    `select
      said.metric, said.variant, said.scale_min as min, said.scale_max as max, said.polarity, said.scope,
      chosen.survey_id as "surveyId", chosen.survey_version::double precision as "surveyVersion",
      said.question_id as "questionId", ${PARTS[part]} as part, said.score, count(*)::integer as answers
    from said
    join chosen using (source, response_id)
    where said.kind = 'score'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    order by 1, 2, 3, 4, 5, 7, 9, 10, 11`,
  );
