/** The host's responses to history requests, and the facts that the page should know at each time. */
import type { Fact } from './knowledge.ts';
import { scopeOf } from './oracle.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 3000;
const WAITS = { none: 0, fast: 20, slow: 2500, late: 4000, fails: 100 } as const;

export const createHistory = (world: World, page: Page) => {
  const { plan } = world;
  let asked: string | undefined;
  let known = false;
  let lists: readonly (readonly Fact[])[] = [];
  const toFact = ({ survey: id, outcome, at, subject }: Fact) => {
    const survey = plan.surveys.find((each) => each.id === id);
    if (!survey) throw new Error(`no survey ${id}`);
    const [type, ...rest] = subject?.split(':') ?? [];
    return {
      survey: id,
      metric: survey.metric,
      scope: scopeOf(survey),
      touchpoint: survey.touchpoint?.id ?? undefined,
      group: survey.group,
      subject: type ? { type, id: rest.join(':') } : undefined,
      outcome,
      at,
    };
  };
  return {
    /** The `history` hook. */
    answer(who: string): Promise<unknown> {
      asked = who;
      known = false;
      lists = [];
      world.note(`history ${plan.history}`);
      return new Promise((resolve, reject) => {
        page.tab.post(WAITS[plan.history], () => {
          if (plan.history === 'fails') return reject(new Error('history fails'));
          const facts = world.collector.factsOf(who);
          if (asked === who && WAITS[plan.history] < PATIENCE_MS) {
            known = true;
            const now = page.tab.device.now();
            lists = plan.surveys.map(({ id }) =>
              facts.filter(({ survey }) => survey === id).map((fact) => ({ ...fact, at: Math.min(fact.at, now) })),
            );
          }
          resolve({ v: 1, facts: facts.map(toFact) });
        });
      });
    },
    isKnown: (who: string | undefined) => plan.history === 'none' || who === undefined || (asked === who && known),
    lists: (who: string | undefined) => (who !== undefined && asked === who ? lists.filter((list) => list[0]) : []),
  };
};
export type FakeHistory = ReturnType<typeof createHistory>;
