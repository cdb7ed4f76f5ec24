import type { Filters } from './filters.ts';

/**
 * The responses that the filters leave, as a common table expression for the queries of this room. Its parameters are
 * `$1`–`$6`; a query's own begin at `$7`. Test, preview and automation stay out unless they are asked for.
 */
export const CHOSEN = `chosen as (
  select * from responses
  where ($1::text is null or survey_id = $1::text)
    and ($2::text is null or touchpoint_id = $2::text)
    and ($3::text is null or started_at >= $3::text::date::timestamp at time zone $5::text)
    and ($4::text is null or started_at < ($4::text::date + 1)::timestamp at time zone $5::text)
    and ($6::boolean or not (is_test or is_preview or is_automation))
)`;

export const toChosenParams = ({ survey, touchpoint, from, to, timeZone, includesTest }: Filters): unknown[] => [
  survey,
  touchpoint,
  from,
  to,
  timeZone,
  includesTest,
];
