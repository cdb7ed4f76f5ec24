import type { HistoryFact } from '../../schema/history.ts';

export type Metric = NonNullable<HistoryFact['metric']>;
export type Scope = NonNullable<HistoryFact['scope']>;

/** The default scope of a survey by the metric of its first scored question. */
const SCOPE_OF = {
  nps: 'relational',
  csat: 'transactional',
  ces: 'transactional',
  rating: 'relational',
} as const satisfies Record<Metric, Scope>;

/** Returns true for the type of a question that has a score. */
export const isMetric = (type: string | undefined): type is Metric => Object.hasOwn(SCOPE_OF, `${type}`);

/** Returns the default scope of a survey: transactional when it has a subject, else the scope of its metric. */
export const toDefaultScope = (metric: Metric | undefined, hasSubject: boolean): Scope => {
  if (hasSubject) return 'transactional';
  return metric ? SCOPE_OF[metric] : 'relational';
};
