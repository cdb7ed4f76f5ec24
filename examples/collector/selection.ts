import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';

const FLAGGED = 'is_test or is_preview or is_automation';

/**
 * Applies the filters and stores the result in temporary tables of this transaction:
 * - `everybody`: all responses,
 * - `asked`: the filtered responses, including test, preview and automation,
 * - `chosen`: the filtered responses that count,
 * - `said`: the final answers of `chosen`,
 * - `leads`: for each answer in `said` without a score, the nearest score before it in the same response.
 *
 * The views read all events. The tables make sure that this happens only once.
 */
export const createSelection = async (transaction: Queryable, filters: Filters): Promise<void> => {
  const { survey, touchpoint, from, to, timeZone, includesTest } = filters;
  await transaction.query(
    `create temporary table everybody on commit drop as
    select *, started_at at time zone $1::text as started_local from responses`,
    [timeZone],
  );
  await transaction.query(
    `create temporary table asked on commit drop as
    select *, (${FLAGGED}) as is_flagged from everybody
    where ($1::text is null or survey_id = $1::text)
      and ($2::text is null or touchpoint_id = $2::text)
      and ($3::text is null or started_at >= $3::text::date::timestamp at time zone $5::text)
      and ($4::text is null or started_at < ($4::text::date + 1)::timestamp at time zone $5::text)`,
    [survey, touchpoint, from, to, timeZone],
  );
  await transaction.query(
    'create temporary table chosen on commit drop as select * from asked where $1::boolean or not is_flagged',
    [includesTest],
  );
  await transaction.query('analyze chosen (source, response_id)');
  await transaction.query(
    `create temporary table said on commit drop as
    select final_answers.* from final_answers join chosen using (source, response_id)`,
  );
  await transaction.query('analyze said (source, response_id)');
  await transaction.query(
    `create temporary table leads on commit drop as
    select distinct on (follow.source, follow.response_id, follow.question_id)
      follow.source, follow.response_id, follow.question_id,
      lead.variant, lead.scale_min as min, lead.scale_max as max, lead.polarity, lead.score
    from said as follow
    join said as lead using (source, response_id)
    where follow.kind <> 'score' and lead.kind = 'score'
    order by
      follow.source, follow.response_id, follow.question_id,
      (lead.sequence, lead.position) < (follow.sequence, follow.position) desc,
      abs(lead.sequence - follow.sequence), abs(lead.position - follow.position), lead.question_id`,
  );
  await transaction.query('analyze leads (source, response_id)');
};
