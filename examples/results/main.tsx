/** Starts the results page: connects the address, the store, the live updates and the rendering. */
import { h, render } from 'preact';
import { startLiveUpdates } from './liveUpdates.ts';
import { ResultsPage } from './ResultsPage.tsx';
import { createResultsStore, loadReport } from './resultsStore.ts';

const root = document.getElementById('results');
if (!root) throw new Error('The page has no element with the id "results".');

/** Adds the browser's time zone to the query, so that a shared address shows the same days everywhere. */
const withTimeZone = (search: string): URLSearchParams => {
  const query = new URLSearchParams(search);
  if (!query.get('tz')) query.set('tz', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  return query;
};

const store = createResultsStore(loadReport, withTimeZone(location.search));
history.replaceState(null, '', `?${store.state().query}`);

const onFilter = (changes: Readonly<Record<string, string>>) => {
  const query = new URLSearchParams(store.state().query);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  history.pushState(null, '', `?${query}`);
  store.show(query);
};

const draw = () => render(<ResultsPage state={store.state()} onFilter={onFilter} onRetry={store.refresh} />, root);

store.subscribe(draw);
addEventListener('popstate', () => store.show(withTimeZone(location.search)));
startLiveUpdates({ url: '/api/stream', onCommitted: store.refresh, onStatus: store.setLive });
draw();
store.refresh();
