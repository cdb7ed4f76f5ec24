import { toBlocks, type WordingRow } from './blocks.ts';
import { readComments } from './comments.ts';
import type { Database, Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import { readAsked, readFunnel } from './funnel.ts';
import { readReasons } from './reasons.ts';
import type { Choice, Excluded, Report } from './report.ts';
import { createSelection } from './selection.ts';
import { readSuppressions } from './suppressions.ts';
import { readTally } from './tally.ts';

/** Reads the filter values of all responses. Adds surveys that were only suppressed, with 0 responses, so that the reasons can be looked up. */
const readChoices = (database: Queryable, column: 'survey_id' | 'touchpoint_id'): Promise<readonly Choice[]> =>
  database.query<Choice>(
    `select value, sum(responses)::integer as responses
    from (
      select ${column} as value, 1 as responses from everybody
      union all
      select distinct ${column}, 0 from events where type = 'scorelet.survey.suppressed.v1'
    ) as named
    where value is not null group by 1 order by 1`,
  );

const readExcluded = async (database: Queryable): Promise<Excluded> => {
  const [excluded] = await database.query<Excluded>(
    `select
      (count(*) filter (where is_test))::integer as test,
      (count(*) filter (where is_preview))::integer as preview,
      (count(*) filter (where is_automation))::integer as automation,
      (count(*) filter (where is_flagged))::integer as responses
    from asked`,
  );
  return excluded ?? { test: 0, preview: 0, automation: 0, responses: 0 };
};

const readWordings = (database: Queryable): Promise<readonly WordingRow[]> =>
  database.query<WordingRow>(
    `select
      said.variant, said.scale_min as min, said.scale_max as max, said.polarity,
      chosen.survey_id as "surveyId", said.question_id as "questionId",
      said.title, said.answer #>> '{scale,low}' as low, said.answer #>> '{scale,high}' as high,
      said.answer #>> '{question,locale}' as locale, said.answer #>> '{scale,style}' as style, count(*)::integer as answers
    from said
    join chosen using (source, response_id)
    where said.kind = 'score'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    order by answers desc, said.title, style`,
  );

/** Reads all data of the results page in one transaction, so that all numbers describe the same moment. */
export const readResults = (database: Database, filters: Filters, now: number = Date.now()): Promise<Report> =>
  database.transaction(async (transaction) => {
    await transaction.query('set transaction isolation level repeatable read');
    await createSelection(transaction, filters);
    const tallies = {
      overall: await readTally(transaction, 'none'),
      byPeriod: await readTally(transaction, filters.period),
      byGroup: await readTally(transaction, filters.group),
      byResolution: await readTally(transaction, 'resolution'),
      asked: await readAsked(transaction),
      wordings: await readWordings(transaction),
    };
    return {
      filters,
      surveys: await readChoices(transaction, 'survey_id'),
      touchpoints: await readChoices(transaction, 'touchpoint_id'),
      funnel: await readFunnel(transaction, now),
      ...toBlocks(tallies, filters),
      reasons: await readReasons(transaction, filters),
      suppressions: await readSuppressions(transaction, filters),
      ...(await readComments(transaction, filters)),
      excluded: await readExcluded(transaction),
      generatedAt: new Date(now).toISOString(),
    };
  });
