-- Events as the sender posted them. The columns are for searching and grouping; data contains everything.
create table events (
  source text not null,
  id text not null,
  type text not null,
  -- The CloudEvents attribute subject: the id of the response.
  response_id text not null,
  sequence bigint not null,
  survey_id text not null,
  survey_version bigint not null,
  question_id text,
  metric text,
  variant text,
  scope text,
  -- Not integer, so that a fraction or a very large number does not make the insert fail.
  scale_min double precision,
  scale_max double precision,
  polarity text,
  -- The reason of a dismissal.
  reason text,
  touchpoint_id text,
  journey_stage text,
  channel text,
  locale text,
  experiment_variant text,
  time_to_resolution_ms double precision,
  subject_type text,
  subject_id text,
  -- Corrected to the collector's clock.
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  test boolean not null,
  preview boolean not null,
  automation boolean not null,
  publishable_key text,
  -- The exact text of the event, including fields that this version does not know.
  json text not null,
  data jsonb not null,
  primary key (source, id)
);

create index events_of_response on events (source, response_id, sequence);
create index events_of_survey on events (survey_id, occurred_at);
create index events_of_touchpoint on events (touchpoint_id, occurred_at);
create index events_of_type on events (type, occurred_at);
