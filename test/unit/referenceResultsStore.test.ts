import { expect, it } from 'vitest';
import type { Report } from '../../examples/collector/report.ts';
import { createResultsStore } from '../../examples/results/resultsStore.ts';

const report = (answered: number) => ({ funnel: { answered, viewed: 10 } }) as Report;

/** A collector that answers when the test says so. */
const createPending = () => {
  const asked: { query: string; answer: (report: Report) => void; fail: (error: Error) => void }[] = [];
  const load = (query: string) =>
    new Promise<Report>((answer, fail) => {
      asked.push({ query, answer, fail });
    });
  return { asked, load };
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it('shows what the last filters leave, whichever request is answered first', async () => {
  const { asked, load } = createPending();
  const store = createResultsStore(load, new URLSearchParams('survey=a'));
  store.refresh();
  store.show(new URLSearchParams('survey=b'));
  expect(asked.map(({ query }) => query)).toEqual(['survey=a', 'survey=b']);
  asked[1]?.answer(report(2));
  asked[0]?.answer(report(1));
  await settle();
  expect(store.state().report?.funnel.answered).toBe(2);
});

it('looks once more, not once for each commit, when something came while it was looking', async () => {
  const { asked, load } = createPending();
  const store = createResultsStore(load, new URLSearchParams());
  store.refresh();
  store.refresh();
  store.refresh();
  expect(asked).toHaveLength(1);
  asked[0]?.answer(report(1));
  await settle();
  expect(asked).toHaveLength(2);
  asked[1]?.answer(report(3));
  await settle();
  expect(asked).toHaveLength(2);
  expect(store.state()).toMatchObject({ isLoading: false, news: '2 new answers.' });
});

it('keeps the last numbers on screen when the collector cannot be reached, and says so', async () => {
  const { asked, load } = createPending();
  const store = createResultsStore(load, new URLSearchParams());
  store.refresh();
  asked[0]?.answer(report(1));
  await settle();
  store.refresh();
  asked[1]?.fail(new Error('The collector cannot be reached. Is it running?'));
  await settle();
  expect(store.state()).toMatchObject({
    problem: 'The collector cannot be reached. Is it running?',
    report: { funnel: { answered: 1 } },
  });
});
