import { displayPolicy, wilson } from '../../src/score/index.ts';
import { type Lead, toSegment } from './comments.ts';
import type { Queryable } from './database.ts';
import type { Filters } from './filters.ts';
import type { Reason, Reasons } from './report.ts';

interface Asked {
  survey: string;
  version: number;
  question: string;
  multiple: boolean;
}

interface AnsweredRow extends Asked, Lead {
  title: string;
  locale: string;
  answers: number;
}

interface ChosenRow extends Asked, Lead {
  id: string;
  label: string;
  answers: number;
}

interface OtherRow extends Asked, Lead {
  text: string;
  time: string;
}

/** Limit for the results page. The export contains all texts. */
const NEWEST = 2_000;
/** Maximum number of labels per option. An option has one label per language and wording; a malicious sender could add more. */
const MOST_LABELS = 8;
/** The id of the option "Other", which is always listed last. */
const OTHER = 'other';

const ASKED = `chosen.survey_id as survey, chosen.survey_version::double precision as version,
      said.question_id as question, said.is_multiple as multiple`;
const LEAD = 'leads.variant, leads.min, leads.max, leads.polarity, leads.score';
const FROM = `from said
    join chosen using (source, response_id)
    left join leads using (source, response_id, question_id)`;

const readAnswered = (database: Queryable): Promise<readonly AnsweredRow[]> =>
  database.query<AnsweredRow>(
    `select ${ASKED}, ${LEAD}, said.title, said.answer #>> '{question,locale}' as locale, count(*)::integer as answers
    ${FROM}
    where said.kind = 'choice'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
  );

/** Counts each option once per response, even when an event repeats it. */
const readChosen = (database: Queryable): Promise<readonly ChosenRow[]> =>
  database.query<ChosenRow>(
    `select ${ASKED}, ${LEAD}, choice.id, choice.label, count(*)::integer as answers
    ${FROM}
    cross join lateral (
      select distinct on (item ->> 'id') item ->> 'id' as id, item ->> 'label' as label
      from jsonb_array_elements(said.choices) as item
      order by item ->> 'id'
    ) as choice
    where said.kind = 'choice'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`,
  );

const readOthers = (database: Queryable): Promise<readonly OtherRow[]> =>
  database.query<OtherRow>(
    `select ${ASKED}, ${LEAD}, said.other as text, to_json(said.occurred_at) #>> '{}' as time
    ${FROM}
    where said.kind = 'choice' and btrim(said.other) <> ''
    order by said.occurred_at desc, said.source, said.response_id
    limit ${NEWEST}`,
  );

const toKey = ({ survey, version, question, multiple }: Asked) => JSON.stringify([survey, version, question, multiple]);

const groupBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

const toTotal = (rows: readonly { answers: number }[]) => rows.reduce((total, { answers }) => total + answers, 0);

/** Adds up the rows with the same key. Sorts them by number of answers, descending. */
const toTotals = <Row extends { answers: number }>(rows: readonly Row[], keyOf: (row: Row) => string) =>
  [...groupBy(rows, keyOf)]
    .flatMap(([, [row, ...same]]) => (row ? [{ ...row, answers: toTotal([row, ...same]) }] : []))
    .sort((a, b) => b.answers - a.answers || keyOf(a).localeCompare(keyOf(b), 'en'));

const toReason = (rows: readonly ChosenRow[], id: string, n: number): Reason => {
  const answers = toTotal(rows);
  return {
    id,
    labels: toTotals(rows, ({ label }) => label)
      .map(({ label }) => label)
      .slice(0, MOST_LABELS),
    answers,
    share: displayPolicy(n) === 'counts' ? null : wilson(answers, n),
  };
};

/** Counts the chosen options of each choice question of each survey version. The filter `segment` limits this to responses of a segment. */
export const readReasons = async (database: Queryable, filters: Filters): Promise<readonly Reasons[]> => {
  const isWanted = (row: Lead) => !filters.segment || toSegment(row) === filters.segment;
  const answered = groupBy((await readAnswered(database)).filter(isWanted), toKey);
  const chosen = groupBy((await readChosen(database)).filter(isWanted), toKey);
  const others = groupBy((await readOthers(database)).filter(isWanted), toKey);
  const questions = [...answered].flatMap(([key, rows]): Reasons[] => {
    const [first] = rows;
    if (!first) return [];
    const { survey, version, question, multiple } = first;
    const n = toTotal(rows);
    const written = others.get(key) ?? [];
    return [
      {
        ...{ survey, version, question, multiple, n },
        policy: displayPolicy(n),
        wordings: toTotals(rows, ({ title, locale }) => JSON.stringify([title, locale])).map(
          ({ title, locale, answers }) => ({ title, locale, answers }),
        ),
        options: [...groupBy(chosen.get(key) ?? [], ({ id }) => id)]
          .map(([id, ofOption]) => toReason(ofOption, id, n))
          .sort(
            (a, b) =>
              Number(a.id === OTHER) - Number(b.id === OTHER) ||
              b.answers - a.answers ||
              a.id.localeCompare(b.id, 'en'),
          ),
        others: written
          .slice(0, filters.comments)
          .map((row) => ({ text: row.text, time: row.time, segment: toSegment(row) })),
        otherCount: written.length,
      },
    ];
  });
  return questions.sort((a, b) => b.n - a.n || toKey(a).localeCompare(toKey(b), 'en'));
};
