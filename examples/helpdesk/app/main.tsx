/** Starts the help desk. Renders it at the start and after each change. */
import { h, render } from 'preact';
import { App } from './App.tsx';
import { onRoute, toRoute } from './router.ts';
import { createTicketSurvey } from './survey.ts';
import { createTicketStore } from './ticketStore.ts';

const MAX_LOG_LINES = 6;

/** Adds a line to the log in the demo bar. */
const log = (line: string) => {
  const list = document.querySelector('#log');
  const item = document.createElement('p');
  item.textContent = `${new Date().toLocaleTimeString('en-GB')}  ${line}`;
  list?.append(item);
  while (list && list.children.length > MAX_LOG_LINES) list.firstElementChild?.remove();
};

const start = (root: HTMLElement) => {
  const store = createTicketStore();
  const { collector = '/collect', mode, as } = root.dataset;
  const asAgent = as === 'agent';
  const survey = createTicketSurvey(collector, mode, asAgent, log);
  const draw = () =>
    render(<App route={toRoute(location.pathname)} store={store} survey={survey} asAgent={asAgent} />, root);
  draw();
  store.subscribe(draw);
  onRoute(() => {
    draw();
    scrollTo(0, 0);
    // Moves the focus to the heading, so that screen readers announce the new page.
    root.querySelector<HTMLElement>('h1')?.focus();
  });
};

const root = document.querySelector<HTMLElement>('#app');
if (root) start(root);
