-- All answers in all events. A question.answered contains one answer, a survey.completed repeats all answers.
create view stated_answers as
select
  source, response_id, sequence, id as event_id, occurred_at, received_at, data,
  false as is_final,
  data -> 'answer' as answer
from events
where type = 'scorelet.question.answered.v1'
union all
select
  source, response_id, sequence, id, occurred_at, received_at, data,
  true,
  said.answer
from events
cross join lateral jsonb_array_elements(data -> 'answers') as said (answer)
where type = 'scorelet.survey.completed.v1';

-- The final answer to each question of a response. An answer in survey.completed wins, otherwise the answer with the highest
-- sequence. Answers after survey.completed are ignored. Two tabs can use the same sequence: then the later time wins, then the
-- higher event id, so the result is always the same.
create view final_answers as
select distinct on (stated.source, stated.response_id, stated.answer #>> '{question,id}')
  stated.source,
  stated.response_id,
  stated.answer #>> '{question,id}' as question_id,
  stated.event_id,
  stated.sequence,
  stated.is_final,
  stated.occurred_at,
  stated.received_at,
  stated.answer ->> 'kind' as kind,
  stated.answer #>> '{question,title}' as title,
  stated.answer #>> '{instrument,metric}' as metric,
  stated.answer #>> '{instrument,variant}' as variant,
  stated.answer #>> '{instrument,scope}' as scope,
  (stated.answer #>> '{scale,min}')::double precision as scale_min,
  (stated.answer #>> '{scale,max}')::double precision as scale_max,
  stated.answer #>> '{scale,polarity}' as polarity,
  (stated.answer ->> 'score')::double precision as score,
  stated.answer ->> 'text' as text,
  stated.answer,
  stated.data
from stated_answers as stated
left join (
  select source, response_id, max(sequence) as sequence
  from events
  where type = 'scorelet.survey.completed.v1'
  group by source, response_id
) as completed using (source, response_id)
where stated.is_final or completed.sequence is null or stated.sequence < completed.sequence
order by
  stated.source,
  stated.response_id,
  stated.answer #>> '{question,id}',
  stated.is_final desc,
  stated.sequence desc,
  stated.occurred_at desc,
  stated.event_id desc;

-- One row for each display: how it ended, and its latest context.
create view responses as
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
  -- A survey with a scale is answered by a score, a survey without a scale by a text.
  coalesce(bool_or(said.is_scored), false)
    or (bool_or(said.source is not null) and not bool_or(event.metric is not null)) as is_answered,
  bool_or(event.test) as is_test,
  bool_or(event.preview) as is_preview,
  bool_or(event.automation) as is_automation
from events as event
left join (
  select source, response_id, bool_or(kind = 'score') as is_scored
  from final_answers
  group by source, response_id
) as said using (source, response_id)
where event.type <> 'scorelet.sdk.failed.v1'
group by event.source, event.response_id;
