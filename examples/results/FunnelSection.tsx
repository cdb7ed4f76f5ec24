import { h } from 'preact';
import type { Exit, Funnel } from '../collector/report.ts';
import { Bar } from './Bar.tsx';
import { formatCount, formatInterval, formatPercent } from './format.ts';

const EXITS: Readonly<Record<Exit['kind'], string>> = {
  completed: 'Completed',
  dismissed: 'Dismissed',
  snoozed: 'Snoozed: “ask me later”',
  abandoned: 'Abandoned: not closed within 30 minutes',
  open: 'Still open',
};

const REASONS: Readonly<Record<string, string>> = {
  close_button: 'close button',
  escape: 'Escape key',
  never: '“don’t ask again”',
  outside: 'click outside',
  api: 'by the page',
  route_change: 'left the page',
  expired: 'expired',
};

const toExitName = ({ kind, reason }: Exit): string =>
  reason === null ? EXITS[kind] : `${EXITS[kind]}: ${REASONS[reason] ?? reason}`;

const ofPart = (part: number, whole: number): string => (whole > 0 ? formatPercent((100 * part) / whole) : '');

/** Shows the steps from display to completion, and how the displays ended. */
export const FunnelSection = ({ funnel }: { funnel: Funnel }) => {
  const { displayed, viewed, answered, completed, exits, responseRate } = funnel;
  const steps = [
    { name: 'Displayed', count: displayed, share: '' },
    { name: 'Viewed', count: viewed, share: `${ofPart(viewed, displayed)} of displayed` },
    { name: 'Answered', count: answered, share: `${ofPart(answered, viewed)} of viewed` },
    { name: 'Completed', count: completed, share: `${ofPart(completed, answered)} of answered` },
  ];
  return (
    <section aria-labelledby="funnel">
      <h2 id="funnel">Who answers</h2>
      {responseRate && (
        <p class="lede">
          {formatCount(answered)} of {formatCount(viewed)} people who were asked answered:{' '}
          {formatPercent(responseRate.estimate)}, between{' '}
          {formatInterval(responseRate, 'percent')?.replace(' to ', ' and ')} at 95% (Wilson). People who did not answer
          may have a different opinion.
        </p>
      )}
      <div class="columns">
        <div class="scroll">
          <table class="funnel">
            <caption>Displays, step by step</caption>
            <thead class="hidden">
              <tr>
                <th scope="col">Step</th>
                <th scope="col">Bar</th>
                <th scope="col">Displays</th>
                <th scope="col">Share</th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ name, count, share }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="track">
                    <Bar share={displayed > 0 ? count / displayed : 0} />
                  </td>
                  <td class="number-cell">{formatCount(count)}</td>
                  <td class="muted">{share}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div class="scroll">
          <table>
            <caption>How each display ended</caption>
            <thead class="hidden">
              <tr>
                <th scope="col">End</th>
                <th scope="col">Displays</th>
                <th scope="col">Share of displayed</th>
              </tr>
            </thead>
            <tbody>
              {exits.map((exit) => (
                <tr key={toExitName(exit)}>
                  <th scope="row">{toExitName(exit)}</th>
                  <td class="number-cell">{formatCount(exit.responses)}</td>
                  <td class="number-cell muted">{ofPart(exit.responses, displayed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
};
