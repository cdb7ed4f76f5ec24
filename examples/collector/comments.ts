import { type Instrument, type Segment, segmentOf } from '../../src/score/index.ts';
import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import type { Comment } from './report.ts';
import { toScoringProblem } from './score.ts';

/** The score that an answer followed, as the selection knows it; nothing where there was none. */
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

/** As many as anybody reads; the export has all of them. */
const NEWEST = 2_000;

/** Names the segment that an answer was given in. Derived again: an event may claim any. */
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
 * Reads what people wrote, newest first, each text with the score it follows and with the address and the consent of the same
 * response. Who left an address without a word is there too: nobody should have to look for them in the export.
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
