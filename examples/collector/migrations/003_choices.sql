-- All answers in all events. position is the index of the answer in its event, which is the order of the questions.
create or replace view stated_answers as
select
  source, response_id, sequence, id as event_id, occurred_at, received_at, data,
  false as is_final,
  data -> 'answer' as answer,
  0::bigint as position
from events
where type = 'scorelet.question.answered.v1'
union all
select
  source, response_id, sequence, id, occurred_at, received_at, data,
  true,
  said.answer,
  said.position
from events
cross join lateral jsonb_array_elements(data -> 'answers') with ordinality as said (answer, position)
where type = 'scorelet.survey.completed.v1';

-- The final answer to each question of a response. The last survey.completed contains all final answers: an answer that is
-- missing there was withdrawn (a choice that belongs to another score, an unchecked box). Without a survey.completed, the answer
-- with the highest sequence is final. Two tabs can use the same sequence: then the later time wins, then the higher event id, so
-- the result is always the same.
create or replace view final_answers as
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
  stated.data,
  stated.position,
  -- The chosen options: an array of objects with id and label.
  stated.answer -> 'choices' as choices,
  -- The text of the option "Other".
  stated.answer ->> 'other' as other,
  (stated.answer ->> 'multiple')::boolean as is_multiple,
  stated.answer ->> 'email' as email,
  (stated.answer ->> 'given')::boolean as is_given
from stated_answers as stated
left join (
  select distinct on (source, response_id) source, response_id, id as event_id
  from events
  where type = 'scorelet.survey.completed.v1'
  order by source, response_id, sequence desc, occurred_at desc, id desc
) as completed using (source, response_id)
where completed.event_id is null or completed.event_id = stated.event_id
order by
  stated.source,
  stated.response_id,
  stated.answer #>> '{question,id}',
  stated.sequence desc,
  stated.occurred_at desc,
  stated.event_id desc,
  stated.position desc;

-- One row for each display. New columns: the first question and the presentation.
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
where event.type <> 'scorelet.sdk.failed.v1'
group by event.source, event.response_id;
