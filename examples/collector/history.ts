import type { HistoryQuestion } from '../../src/collector/index.ts';
import type { HistoryFact } from '../../src/schema/index.ts';
import type { Queryable } from './database.ts';
import { toStorable } from './toStorable.ts';

type FactRow = {
  readonly [Name in 'survey' | 'metric' | 'scope' | 'touchpoint' | 'group' | 'subject_type' | 'subject_id']:
    | string
    | null;
} & Pick<HistoryFact, 'outcome' | 'at'>;

/** Converts a row to a history fact. Leaves out the fields that are null. */
const toFact = ({ subject_type: type, subject_id: id, outcome, at, ...row }: FactRow): HistoryFact => {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return { ...said, ...(type === null || id === null ? {} : { subject: { type, id } }), outcome, at } as HistoryFact;
};

/**
 * Reads the history facts of a respondent, oldest first. Events without a respondent are included when another event of the same
 * response names this respondent, because the respondent then signed in during the survey. Events of other respondents are never included.
 */
export const readHistory = async (
  database: Queryable,
  respondentId: string,
  { limit, test, key }: HistoryQuestion,
): Promise<readonly HistoryFact[]> => {
  const rows = await database.query<FactRow>(
    `with said as (
      select * from events
      where (source, response_id) in (
          select source, response_id from events
          where respondent_id = $1::text and publishable_key is not distinct from $2::text
        )
        and (respondent_id = $1::text or respondent_id is null)
        and type not in ('scorelet.sdk.failed.v1', 'scorelet.survey.eligible.v1', 'scorelet.survey.suppressed.v1')
    ),
    asked as (
      select
        source, response_id,
        (array_agg(survey_id order by sequence, occurred_at, id))[1] as survey,
        (array_agg(metric order by sequence, occurred_at, id) filter (where metric is not null))[1] as metric,
        (array_agg(scope order by sequence, occurred_at, id) filter (where metric is not null))[1] as scope,
        (array_agg(touchpoint_id order by sequence desc, occurred_at desc, id desc) filter (where touchpoint_id is not null))[1] as touchpoint,
        (array_agg(survey_group order by sequence desc, occurred_at desc, id desc) filter (where survey_group is not null))[1] as "group",
        (array_agg(subject_type order by sequence desc, occurred_at desc, id desc) filter (where subject_id is not null))[1] as subject_type,
        (array_agg(subject_id order by sequence desc, occurred_at desc, id desc) filter (where subject_id is not null))[1] as subject_id,
        -- Any event proves the display. The displayed event itself may be missing.
        min(occurred_at) as displayed_at,
        max(occurred_at) filter (where type in ('scorelet.question.answered.v1', 'scorelet.survey.completed.v1')) as answered_at,
        max(occurred_at) filter (where type = 'scorelet.survey.snoozed.v1') as snoozed_at,
        -- A dismissal after an answer does not count, and neither does one that the page caused.
        max(occurred_at) filter (
          where type = 'scorelet.survey.dismissed.v1' and reason in ('close_button', 'escape', 'outside') and (data ->> 'answeredCount')::double precision <= 0
        ) as dismissed_at,
        max(occurred_at) filter (where type = 'scorelet.survey.dismissed.v1' and reason = 'never') as never_at
      from said
      group by source, response_id
      having $3::boolean or not bool_or(test or preview or automation)
    )
    select
      survey, metric, scope, touchpoint, "group", subject_type, subject_id,
      outcome, (extract(epoch from at) * 1000)::double precision as at
    from asked
    cross join lateral (
      values (1, 'displayed', displayed_at), (2, 'answered', answered_at), (3, 'snoozed', snoozed_at),
        (4, 'dismissed', dismissed_at), (5, 'never', never_at)
    ) as fact (place, outcome, at)
    where at is not null
    order by at desc, place desc, source desc, response_id desc
    limit $4::integer`,
    [String(toStorable(respondentId)), key === undefined ? null : String(toStorable(key)), test, limit],
  );
  return rows.map((row) => toFact({ ...row, at: Math.round(row.at) })).reverse();
};
