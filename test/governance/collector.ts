/** The collector of the site. It stores every event once, and returns the history of a respondent. */
import type { Fact } from './knowledge.ts';

interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly survey: { readonly id: string };
    readonly respondent?: { readonly id?: string };
    readonly subject?: { readonly type: string; readonly id: string };
    readonly reason?: string;
    readonly answeredCount?: number;
  };
}
interface Kept extends Fact {
  readonly who: string;
}

const REFUSALS: readonly string[] = ['close_button', 'escape', 'outside'];
const outcomeOf = ({ type, data }: Received): Fact['outcome'] | undefined => {
  const [, , name = ''] = /^scorelet\.(\w+)\.(\w+)\.v1$/.exec(type) ?? [];
  if (name === 'dismissed') {
    if (data.reason === 'never') return 'never';
    return data.answeredCount || !REFUSALS.includes(`${data.reason}`) ? undefined : 'dismissed';
  }
  if (name === 'completed') return 'answered';
  return name === 'displayed' || name === 'answered' || name === 'snoozed' ? name : undefined;
};

export const createCollector = (now: () => number) => {
  const seen = new Set<string>();
  const facts: Kept[] = [];
  return {
    receive(batch: string): string[] {
      const events = JSON.parse(batch) as Received[];
      for (const event of events) {
        if (seen.has(event.id)) continue;
        seen.add(event.id);
        const outcome = outcomeOf(event);
        const { respondent, subject, survey } = event.data;
        if (!outcome || !respondent?.id) continue;
        const about = subject && `${subject.type}:${subject.id}`;
        facts.push({ who: respondent.id, survey: survey.id, outcome, at: now(), subject: about });
      }
      return events.map(({ id }) => id);
    },
    factsOf: (who: string): readonly Fact[] => facts.filter((each) => each.who === who),
  };
};
