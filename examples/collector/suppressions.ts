import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import type { ClosedGate, Suppressions } from './report.ts';

/** Maximum number of listed gates. Surveys have few frequency caps, but a malicious page can invent names. */
const MOST_GATES = 50;

/**
 * Counts the closed gates in the decisions that pages posted. A decision does not belong to a response: a page decides again at
 * every trigger.
 */
export const readSuppressions = async (database: Queryable, filters: Filters): Promise<Suppressions> => {
  const { survey, touchpoint, from, to, timeZone, includesTest } = filters;
  await database.query(
    `create temporary table decisions on commit drop as
    select
      source, id, type = 'scorelet.survey.suppressed.v1' as is_suppressed,
      case when type = 'scorelet.survey.suppressed.v1' then data -> 'reasons' end as reasons
    from events
    where type in ('scorelet.survey.eligible.v1', 'scorelet.survey.suppressed.v1')
      and ($1::text is null or survey_id = $1::text)
      and ($2::text is null or touchpoint_id = $2::text)
      and ($3::text is null or occurred_at >= $3::text::date::timestamp at time zone $5::text)
      and ($4::text is null or occurred_at < ($4::text::date + 1)::timestamp at time zone $5::text)
      and ($6::boolean or not (test or preview or automation))`,
    [survey, touchpoint, from, to, timeZone, includesTest],
  );
  const [counts] = await database.query<Pick<Suppressions, 'eligible' | 'suppressed'>>(
    `select
      (count(*) filter (where not is_suppressed))::integer as eligible,
      (count(*) filter (where is_suppressed))::integer as suppressed
    from decisions`,
  );
  const gates = await database.query<ClosedGate>(
    `with closed as (
      -- A gate counts once per decision, even when an event repeats it.
      select distinct decisions.source, decisions.id, reason ->> 'gate' as gate, reason ->> 'name' as name
      from decisions
      cross join lateral jsonb_array_elements(decisions.reasons) as reason
      where decisions.is_suppressed
    ),
    counted as (
      select gate, name, count(*) over (partition by source, id) as closed_at_once from closed
    )
    select gate, name, count(*)::integer as times, (count(*) filter (where closed_at_once = 1))::integer as alone
    from counted
    group by gate, name
    order by times desc, alone desc, gate, name
    limit ${MOST_GATES}`,
  );
  return { ...(counts ?? { eligible: 0, suppressed: 0 }), gates };
};
