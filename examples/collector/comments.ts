import { type Instrument, type Segment, segmentOf } from '../../src/score/index.ts';
import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import type { Comment } from './report.ts';
import { toScoringProblem } from './score.ts';

/** The score that was asked before a text or a choice, from the table `leads`. `variant` and `score` are null when there was none. */
export interface Lead {
  variant: Instrument['variant'] | null;
  min: number;
  max: number;
  polarity: Instrument['polarity'];
  score: number | null;
}

interface CommentRow extends Lead {
  text: string | null;
  email: string | null;
  agreed: readonly string[] | null;
  title: string;
  time: string;
  survey: string;
  subject: string | null;
  touchpoint: string | null;
  locale: string;
  segmentChanged: boolean;
  isTest: boolean;
}

/** Limit for the results page. The export contains all comments. */
const NEWEST = 2_000;

/** Returns the segment of a score, or null without a score. Derives it from the scale, because a sender can put any segment into an event. */
export const toSegment = ({ variant, min, max, polarity, score }: Lead): Segment | null => {
  if (variant === null || score === null) return null;
  const instrument = { variant, min, max, polarity };
  return toScoringProblem(instrument) ? null : segmentOf(instrument, score);
};

const toComment = ({ variant, min, max, polarity, score, email, agreed, ...comment }: CommentRow): Comment => ({
  ...comment,
  contact: email === null && agreed === null ? null : { email, agreed: agreed ?? [] },
  score,
  max: score === null ? null : max,
  segment: toSegment({ variant, min, max, polarity, score }),
});

/**
 * Reads comments, newest first. Each has the score that was asked before it, and the e-mail address and the consent of the same
 * response. Responses with an address but without a text are included, so that the page shows every address.
 */
export const readComments = async (
  database: Queryable,
  filters: Filters,
): Promise<{ readonly comments: readonly Comment[]; readonly commentCount: number }> => {
  const rows = await database.query<CommentRow>(
    `with contacts as (
      select
        source, response_id,
        (array_agg(email order by sequence desc, position) filter (where kind = 'email'))[1] as email,
        array_agg(title order by sequence, position, question_id) filter (where kind = 'consent') as agreed,
        bool_or(kind = 'text') as has_text
      from said
      where kind in ('text', 'email', 'consent')
      group by source, response_id
    )
    select
      said.text, said.title, to_json(said.occurred_at) #>> '{}' as time, chosen.survey_id as survey,
      contacts.email, contacts.agreed,
      chosen.subject_type || ' ' || chosen.subject_id as subject, chosen.touchpoint_id as touchpoint,
      said.answer #>> '{question,locale}' as locale,
      coalesce((said.answer ->> 'segmentChanged')::boolean, false) as "segmentChanged",
      chosen.is_test or chosen.is_preview or chosen.is_automation as "isTest",
      leads.variant, leads.min, leads.max, leads.polarity, leads.score
    from said
    join chosen using (source, response_id)
    join contacts using (source, response_id)
    left join leads using (source, response_id, question_id)
    where said.kind = 'text' or (said.kind = 'email' and not contacts.has_text)
    order by said.occurred_at desc, said.source, said.response_id, said.position, said.question_id
    limit ${NEWEST}`,
  );
  const comments = rows.map(toComment).filter(({ segment }) => !filters.segment || segment === filters.segment);
  return { comments: comments.slice(0, filters.comments), commentCount: comments.length };
};
