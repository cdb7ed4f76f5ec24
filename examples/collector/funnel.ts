import { type Instrument, responseRate } from '../../src/score/index.ts';
import type { Queryable } from './database.ts';
import type { Exit, Funnel } from './report.ts';

/** A display that has not ended after this time counts as abandoned, by the collector's clock. */
const ABANDONED_AFTER_MS = 30 * 60_000;

type ExitRow = Exit & { readonly viewed: number; readonly answered: number };

const ORDER: readonly Exit['kind'][] = ['completed', 'dismissed', 'snoozed', 'abandoned', 'open'];

/** Counts how the displays in the selection ended. `completed` wins over `dismissed` when two tabs reported different ends. */
export const readFunnel = async (database: Queryable, now: number): Promise<Funnel> => {
  const rows = await database.query<ExitRow>(
    `with ended as (
      select
        case
          when is_completed then 'completed'
          when dismiss_reason is not null then 'dismissed'
          when is_snoozed then 'snoozed'
          when started_at < $1::timestamptz then 'abandoned'
          else 'open'
        end as kind,
        case when not is_completed then dismiss_reason end as reason,
        is_viewed or is_answered as is_seen,
        is_answered
      from chosen
    )
    select
      kind, reason, count(*)::integer as responses,
      (count(*) filter (where is_seen))::integer as viewed,
      (count(*) filter (where is_answered))::integer as answered
    from ended
    group by kind, reason
    order by responses desc, reason`,
    [new Date(now - ABANDONED_AFTER_MS).toISOString()],
  );
  const sum = (count: (row: ExitRow) => number) => rows.reduce((total, row) => total + count(row), 0);
  const viewed = sum((row) => row.viewed);
  const answered = sum((row) => row.answered);
  return {
    displayed: sum((row) => row.responses),
    viewed,
    answered,
    completed: sum((row) => (row.kind === 'completed' ? row.responses : 0)),
    exits: ORDER.flatMap((kind) =>
      rows.filter((row) => row.kind === kind).map(({ reason, responses }) => ({ kind, reason, responses })),
    ),
    responseRate: responseRate({ answered, viewed }),
  };
};

/** The number of viewed displays of one survey version that began with one scored question. */
export interface AskedRow extends Instrument {
  readonly metric: string;
  readonly surveyId: string;
  readonly surveyVersion: number;
  readonly questionId: string;
  readonly viewed: number;
}

/** Counts viewed displays by their first scored question. These are the denominators of the response rates. */
export const readAsked = (database: Queryable): Promise<readonly AskedRow[]> =>
  database.query<AskedRow>(
    `select
      asked_metric as metric, asked_variant as variant,
      asked_min as min, asked_max as max, asked_polarity as polarity,
      survey_id as "surveyId", survey_version::double precision as "surveyVersion",
      asked_question as "questionId", count(*)::integer as viewed
    from chosen
    where (is_viewed or is_answered) and asked_metric is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8`,
  );
