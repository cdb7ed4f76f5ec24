-- Events as they were posted. The columns are what is searched and grouped by; everything else is in data.
create table events (
  source text not null,
  id text not null,
  type text not null,
  -- CloudEvents' subject: the response that the event belongs to.
  response_id text not null,
  sequence bigint not null,
  survey_id text not null,
  survey_version bigint not null,
  question_id text,
  metric text,
  variant text,
  scope text,
  -- Not integer: a hostile number must not make an insert fail.
  scale_min double precision,
  scale_max double precision,
  polarity text,
  -- Why a prompt was dismissed.
  reason text,
  touchpoint_id text,
  journey_stage text,
  channel text,
  locale text,
  experiment_variant text,
  time_to_resolution_ms double precision,
  subject_type text,
  subject_id text,
  -- By the collector's clock, whatever the sender's clock said.
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  test boolean not null,
  preview boolean not null,
  automation boolean not null,
  publishable_key text,
  -- Byte for byte what was accepted, so that nothing is lost that this version does not know.
  json text not null,
  data jsonb not null,
  primary key (source, id)
);

create index events_of_response on events (source, response_id, sequence);
create index events_of_survey on events (survey_id, occurred_at);
create index events_of_touchpoint on events (touchpoint_id, occurred_at);
create index events_of_type on events (type, occurred_at);
