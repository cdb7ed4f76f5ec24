import type { Instrument } from '../../src/score/index.ts';
import { responseRate } from '../../src/score/index.ts';
import type { Filters } from './filters.ts';
import type { AskedRow } from './funnel.ts';
import type { Block, GroupRow, Point, ResolutionRow, Unscorable, Wording } from './report.ts';
import { compareWithRest, toScored, toScoreReport, toScoringProblem } from './score.ts';
import { RESOLUTION_HOURS, type TallyRow } from './tally.ts';
import { toPeriods } from './toPeriods.ts';

interface Tallies {
  readonly overall: readonly TallyRow[];
  readonly byPeriod: readonly TallyRow[];
  readonly byGroup: readonly TallyRow[];
  readonly byResolution: readonly TallyRow[];
  readonly asked: readonly AskedRow[];
  readonly wordings: readonly WordingRow[];
}

export interface WordingRow extends Instrument, Wording {
  readonly surveyId: string;
  readonly questionId: string;
}

type Asking = Instrument & { readonly surveyId: string; readonly questionId: string };

const toLabel = ({ variant, min, max, polarity }: Instrument) => `${variant} ${min}–${max} ${polarity}`;

const toAnswers = (rows: readonly TallyRow[]) => rows.reduce((total, { answers }) => total + answers, 0);

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const toAsking = (row: Asking) => JSON.stringify([toLabel(row), row.surveyId]);

/** Returns the keys of surveys and instruments where a survey asks the same instrument in two questions. */
const toRepeated = (rows: readonly Asking[]): ReadonlySet<string> => {
  const questions = new Map<string, Set<string>>();
  for (const row of rows) {
    questions.set(toAsking(row), (questions.get(toAsking(row)) ?? new Set()).add(row.questionId));
  }
  return new Set([...questions].filter(([, ids]) => ids.size > 1).map(([asking]) => asking));
};

/** Creates one block for each instrument in the selection. Lists answers that cannot be scored in `unscorable`. */
export const toBlocks = (
  tallies: Tallies,
  filters: Filters,
): { readonly blocks: readonly Block[]; readonly unscorable: readonly Unscorable[] } => {
  const repeated = toRepeated([...tallies.overall, ...tallies.asked]);
  // A rating measures only what its question asks. Two ratings with the same scale are not comparable.
  const isApart = (row: Asking) => row.variant === 'rating' || repeated.has(toAsking(row));
  const idOf = (row: Asking) => (isApart(row) ? `${toLabel(row)} ${row.surveyId} ${row.questionId}` : toLabel(row));
  const blocks: Block[] = [];
  const unscorable: Unscorable[] = [];
  const answered = new Map(tallies.overall.map((row) => [idOf(row), row]));
  const seen = new Map(tallies.asked.map((row) => [idOf(row), row]));
  for (const [id, row] of new Map<string, TallyRow | AskedRow>([...seen, ...answered])) {
    const { variant, min, max, polarity, metric } = row;
    const instrument = { variant, min, max, polarity };
    const ofBlock = <Row extends Asking>(rows: readonly Row[]) => rows.filter((each) => idOf(each) === id);
    const rows = ofBlock(tallies.overall);
    const reason = toScoringProblem(instrument);
    if (reason) {
      unscorable.push({ label: toLabel(instrument), answers: toAnswers(rows), reason });
      continue;
    }
    const report = toScoreReport(instrument, rows);
    const offScale = toAnswers(rows) - report.n;
    if (offScale > 0) {
      unscorable.push({ label: toLabel(instrument), answers: offScale, reason: 'Their score is not on the scale' });
    }
    const scored = toScored(report);
    const isShown = scored.score !== null;
    const begun = ofBlock(tallies.asked);
    const viewed = countViewed(tallies.asked, begun, rows);
    const wordings = ofBlock(tallies.wordings);
    blocks.push({
      ...scored,
      id,
      instrument,
      metric,
      question: repeated.has(toAsking(row)) ? row.questionId : null,
      isLater: begun.length === 0,
      surveys: unique((rows.length > 0 ? rows : begun).map(({ surveyId }) => surveyId)),
      scopes: unique(rows.map(({ scope }) => scope)),
      styles: unique(wordings.map(({ style }) => style)),
      wordings: wordings.map(({ title, low, high, locale, style, answers }) => ({
        title,
        low,
        high,
        locale,
        style,
        answers,
      })),
      name: report.name,
      unit: report.unit,
      mean: isShown ? report.mean : null,
      boxes: report.boxes,
      distribution: report.distribution,
      viewed,
      responseRate: responseRate({ answered: report.n, viewed: Math.max(viewed, report.n) }),
      trend:
        scored.policy === 'differences' || scored.policy === 'all'
          ? toTrend(ofBlock(tallies.byPeriod), instrument, filters)
          : null,
      groups: toGroups(ofBlock(tallies.byGroup), instrument, filters),
      resolution:
        metric === 'csat' || metric === 'ces' ? toResolution(ofBlock(tallies.byResolution), instrument) : null,
    });
  }
  return { blocks: blocks.sort((a, b) => b.n - a.n), unscorable };
};

/** Counts the views for a block: views of displays that began with its question, and of surveys that asked it in a later step. */
const countViewed = (asked: readonly AskedRow[], begun: readonly AskedRow[], rows: readonly TallyRow[]): number => {
  const versionOf = ({ surveyId, surveyVersion }: AskedRow | TallyRow) => JSON.stringify([surveyId, surveyVersion]);
  const versions = new Set(rows.map(versionOf));
  return asked
    .filter((row) => begun.includes(row) || versions.has(versionOf(row)))
    .reduce((total, { viewed }) => total + viewed, 0);
};

const toParts = (rows: readonly TallyRow[]): ReadonlyMap<string | null, readonly TallyRow[]> => {
  const parts = new Map<string | null, TallyRow[]>();
  for (const row of rows) parts.set(row.part, [...(parts.get(row.part) ?? []), row]);
  return parts;
};

const toTrend = (rows: readonly TallyRow[], instrument: Instrument, { period }: Filters): readonly Point[] => {
  const parts = toParts(rows);
  const dates = [...parts.keys()].filter((date) => date !== null);
  return toPeriods(dates, period).map((date) => ({
    date,
    ...toScored(toScoreReport(instrument, parts.get(date) ?? [])),
  }));
};

/** Sorts groups by number of answers. Sorts locales by name instead: respondents of different countries use scales differently, so no order suggests a ranking. */
const toGroups = (rows: readonly TallyRow[], instrument: Instrument, { group }: Filters): readonly GroupRow[] => {
  const all = toScoreReport(instrument, rows);
  const groups = [...toParts(rows)].map(([value, ofValue]): GroupRow => {
    const report = toScoreReport(instrument, ofValue);
    return {
      value,
      ...toScored(report),
      comparedWithRest: group === 'locale' ? null : compareWithRest(report, all),
    };
  });
  const byName = (a: GroupRow, b: GroupRow) => (a.value ?? '\uffff').localeCompare(b.value ?? '\uffff', 'en');
  return groups.sort(group === 'locale' ? byName : (a, b) => b.n - a.n || byName(a, b));
};

const toResolution = (rows: readonly TallyRow[], instrument: Instrument): readonly ResolutionRow[] | null => {
  const parts = toParts(rows.filter(({ part }) => part !== null));
  if (parts.size === 0) return null;
  return [0, ...RESOLUTION_HOURS].map((fromHours, index) => {
    const report = toScoreReport(instrument, parts.get(`${index}`) ?? []);
    const scored = toScored(report);
    return {
      fromHours,
      toHours: RESOLUTION_HOURS[index] ?? null,
      ...scored,
      mean: scored.score === null ? null : report.mean,
    };
  });
};
