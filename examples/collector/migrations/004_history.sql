-- Who was asked: what a second device of the same respondent wants to know, by an index.
alter table events add column respondent_id text;
-- The name that a survey shares with others. No event said it before.
alter table events add column survey_group text;
update events set respondent_id = data #>> '{respondent,id}' where data #>> '{respondent,id}' is not null;
create index events_of_respondent on events (respondent_id, occurred_at);

-- One row for each display. An event that says why a survey may or may not be shown tells of no display, as a failure does not.
create or replace view responses as
select
  event.source,
  event.response_id,
  max(event.survey_id) as survey_id,
  max(event.survey_version) as survey_version,
  -- The day of a response is the day it was asked, for the score as for the response rate: both speak of the same people.
  min(event.occurred_at) as started_at,
  (array_agg(event.touchpoint_id order by event.sequence desc) filter (where event.touchpoint_id is not null))[1] as touchpoint_id,
  (array_agg(event.journey_stage order by event.sequence desc) filter (where event.journey_stage is not null))[1] as journey_stage,
  (array_agg(event.channel order by event.sequence desc) filter (where event.channel is not null))[1] as channel,
  (array_agg(event.locale order by event.sequence desc) filter (where event.locale is not null))[1] as locale,
  max(event.experiment_variant) as experiment_variant,
  max(event.subject_type) as subject_type,
  max(event.subject_id) as subject_id,
  max(event.time_to_resolution_ms) as time_to_resolution_ms,
  -- The scale that was shown first; it tells what was asked where nobody answered.
  (array_agg(event.metric order by event.sequence) filter (where event.scale_min is not null))[1] as asked_metric,
  (array_agg(event.variant order by event.sequence) filter (where event.scale_min is not null))[1] as asked_variant,
  (array_agg(event.scale_min order by event.sequence) filter (where event.scale_min is not null))[1] as asked_min,
  (array_agg(event.scale_max order by event.sequence) filter (where event.scale_min is not null))[1] as asked_max,
  (array_agg(event.polarity order by event.sequence) filter (where event.scale_min is not null))[1] as asked_polarity,
  bool_or(event.type = 'scorelet.survey.viewed.v1') as is_viewed,
  bool_or(event.type = 'scorelet.survey.completed.v1') as is_completed,
  bool_or(event.type = 'scorelet.survey.snoozed.v1') as is_snoozed,
  (array_agg(event.reason order by event.sequence desc) filter (where event.type = 'scorelet.survey.dismissed.v1'))[1] as dismiss_reason,
  -- Answered means scored, however many scores there are; a survey that shows no scale is answered by whatever was said.
  coalesce(bool_or(said.is_scored), false)
    or (bool_or(said.source is not null) and not bool_or(event.metric is not null)) as is_answered,
  bool_or(event.test) as is_test,
  bool_or(event.preview) as is_preview,
  bool_or(event.automation) as is_automation,
  (array_agg(event.question_id order by event.sequence) filter (where event.scale_min is not null))[1] as asked_question,
  (array_agg(event.data ->> 'presentation' order by event.sequence) filter (where event.data ? 'presentation'))[1] as presentation
from events as event
left join (
  select source, response_id, bool_or(kind = 'score') as is_scored
  from final_answers
  group by source, response_id
) as said using (source, response_id)
where event.type not in ('scorelet.sdk.failed.v1', 'scorelet.survey.eligible.v1', 'scorelet.survey.suppressed.v1')
group by event.source, event.response_id;
