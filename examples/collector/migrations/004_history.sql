-- The respondent, with an index for history requests.
alter table events add column respondent_id text;
-- The group that several surveys share. Events stored before this migration have none.
alter table events add column survey_group text;
update events set respondent_id = data #>> '{respondent,id}' where data #>> '{respondent,id}' is not null;
create index events_of_respondent on events (respondent_id, occurred_at);

-- One row for each display. Decisions (eligible, suppressed) and failures are not displays.
create or replace view responses as
select
  event.source,
  event.response_id,
  max(event.survey_id) as survey_id,
  max(event.survey_version) as survey_version,
  -- A response belongs to the day of its display, so the score and the response rate cover the same respondents.
  min(event.occurred_at) as started_at,
  (array_agg(event.touchpoint_id order by event.sequence desc) filter (where event.touchpoint_id is not null))[1] as touchpoint_id,
  (array_agg(event.journey_stage order by event.sequence desc) filter (where event.journey_stage is not null))[1] as journey_stage,
  (array_agg(event.channel order by event.sequence desc) filter (where event.channel is not null))[1] as channel,
  (array_agg(event.locale order by event.sequence desc) filter (where event.locale is not null))[1] as locale,
  max(event.experiment_variant) as experiment_variant,
  max(event.subject_type) as subject_type,
  max(event.subject_id) as subject_id,
  max(event.time_to_resolution_ms) as time_to_resolution_ms,
  -- The first scale that was shown. It identifies the question when there is no answer.
  (array_agg(event.metric order by event.sequence) filter (where event.scale_min is not null))[1] as asked_metric,
  (array_agg(event.variant order by event.sequence) filter (where event.scale_min is not null))[1] as asked_variant,
  (array_agg(event.scale_min order by event.sequence) filter (where event.scale_min is not null))[1] as asked_min,
  (array_agg(event.scale_max order by event.sequence) filter (where event.scale_min is not null))[1] as asked_max,
  (array_agg(event.polarity order by event.sequence) filter (where event.scale_min is not null))[1] as asked_polarity,
  bool_or(event.type = 'scorelet.survey.viewed.v1') as is_viewed,
  bool_or(event.type = 'scorelet.survey.completed.v1') as is_completed,
  bool_or(event.type = 'scorelet.survey.snoozed.v1') as is_snoozed,
  (array_agg(event.reason order by event.sequence desc) filter (where event.type = 'scorelet.survey.dismissed.v1'))[1] as dismiss_reason,
  -- A survey with a scale is answered by at least one score, a survey without a scale by any answer.
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
