import { expect, it } from 'vitest';
import type { Report } from '../../examples/collector/report.ts';
import { createResultsStore } from '../../examples/results/resultsStore.ts';

const report = (answered: number) => ({ funnel: { answered, viewed: 10 } }) as Report;

/** Creates a load function whose responses the test controls. */
const createPending = () => {
  const asked: { query: string; answer: (report: Report) => void; fail: (error: Error) => void }[] = [];
  const load = (query: string) =>
    new Promise<Report>((answer, fail) => {
      asked.push({ query, answer, fail });
    });
  return { asked, load };
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it('the results store shows the report for the latest filters, in any order of the responses', async () => {
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

it('the results store loads once more after refresh() calls during a request', async () => {
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

it('the results store keeps the last report and shows the error when a request fails', async () => {
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
