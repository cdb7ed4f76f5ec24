import { type Instrument, segmentOf } from '../../src/score/index.ts';
import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import type { Comment } from './report.ts';
import { toScoringProblem } from './score.ts';

interface CommentRow {
  text: string;
  title: string;
  time: string;
  survey: string;
  subject: string | null;
  touchpoint: string | null;
  locale: string;
  segmentChanged: boolean;
  isTest: boolean;
  variant: Instrument['variant'] | null;
  min: number;
  max: number;
  polarity: Instrument['polarity'];
  score: number | null;
}

/** As many as anybody reads; the export has all of them. */
const NEWEST = 2_000;

const toComment = ({ variant, min, max, polarity, score, ...comment }: CommentRow): Comment => {
  if (variant === null || score === null) return { ...comment, score: null, max: null, segment: null };
  const instrument = { variant, min, max, polarity };
  // Derived again: an event may claim any segment.
  const segment = toScoringProblem(instrument) ? null : segmentOf(instrument, score);
  return { ...comment, score, max, segment };
};

/** Reads the texts of the selection, newest first, each with the first score of its response. */
export const readComments = async (
  database: Queryable,
  filters: Filters,
): Promise<{ readonly comments: readonly Comment[]; readonly commentCount: number }> => {
  const rows = await database.query<CommentRow>(
    `with scores as (
      select distinct on (source, response_id) *
      from said
      where kind = 'score'
      order by source, response_id, sequence, question_id
    )
    select
      said.text, said.title, to_json(said.occurred_at) #>> '{}' as time, chosen.survey_id as survey,
      chosen.subject_type || ' ' || chosen.subject_id as subject, chosen.touchpoint_id as touchpoint,
      said.answer #>> '{question,locale}' as locale,
      coalesce((said.answer ->> 'segmentChanged')::boolean, false) as "segmentChanged",
      chosen.is_test or chosen.is_preview or chosen.is_automation as "isTest",
      scores.variant, scores.scale_min as min, scores.scale_max as max, scores.polarity, scores.score
    from said
    join chosen using (source, response_id)
    left join scores using (source, response_id)
    where said.kind = 'text'
    order by said.occurred_at desc, said.source, said.response_id, said.question_id
    limit ${NEWEST}`,
  );
  const comments = rows.map(toComment).filter(({ segment }) => !filters.segment || segment === filters.segment);
  return { comments: comments.slice(0, filters.comments), commentCount: comments.length };
};
