/** Renders a page with a survey on a server, once with a client in an effect, as it should be, and once with a client in the component. */
import { createElement, useEffect } from 'react';
import { renderToString } from 'react-dom/server';
import { watchGlobals } from './watchGlobals.mjs';

const requests = [];
globalThis.fetch = async (address) => requests.push(`${address}`);
const report = watchGlobals();
const { createScorelet } = await import('scorelet');
const imported = report();
const options = { collector: '/collect', surveys: [{ id: 'order', metric: 'nps', trigger: { event: 'paid' } }] };

const InEffect = () => {
  useEffect(() => {
    const scorelet = createScorelet(options);
    scorelet.track('paid');
    return scorelet.destroy;
  }, []);
  return createElement('p', {}, 'Thank you');
};
const clients = [];
const InComponent = () => {
  const scorelet = createScorelet(options);
  scorelet.identify({ id: 'u-42' });
  scorelet.track('paid');
  clients.push(scorelet);
  return createElement('p', {}, 'Thank you');
};

const html = [InEffect, InComponent].map((component) => renderToString(createElement(component)));
const [scorelet] = clients;
const shown = await scorelet.show('order');
const explained = await scorelet.explain();
await scorelet.flush();
scorelet.destroy();
console.log(JSON.stringify({ html, shown, explained, requests, imported, rendered: report() }));
