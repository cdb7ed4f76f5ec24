import { h } from 'preact';
import type { GateName } from '../../src/schema/index.ts';
import type { ClosedGate, Suppressions } from '../collector/report.ts';
import { Bar } from './Bar.tsx';
import { formatCount, formatPercent, plural } from './format.ts';

/** Explains each gate in plain language, for readers who did not write the survey. */
const GATES: Readonly<Record<GateName, string>> = {
  definition: 'Its definition is not valid',
  mode: 'It is switched off, or another survey is previewed',
  url: 'It is for other pages',
  device: 'It is for other devices',
  locale: 'It is for other languages',
  referrer: 'It is for visits from other referrers',
  role: 'It is for people in another role',
  traits: 'It is for other people',
  predicate: 'The page’s isEligible callback refused it',
  sampling: 'The respondent is not in the sample',
  history: 'The history from other devices was not loaded yet',
  never: 'The respondent chose “Don’t ask again”',
  clock: 'The respondent was asked not long ago',
  trigger: 'Its trigger had not fired',
  expired: 'Its trigger fired too long ago',
  turn: 'Another prompt was open in the tab',
  tab: 'A prompt was open in another tab',
  page: 'The page was busy: something was open, the respondent was typing, or the page was hidden',
  veto: 'The page’s beforeShow callback refused it',
};

const toGateName = (gate: string): string => (Object.hasOwn(GATES, gate) ? GATES[gate as GateName] : gate);

const Gate = ({ closed, suppressed }: { closed: ClosedGate; suppressed: number }) => {
  const { gate, name, times, alone } = closed;
  return (
    <tr>
      <th scope="row">
        <span>{toGateName(gate)}</span>
        {name !== null && (
          <span class="aside">
            clock <span dir="auto">{name}</span>
          </span>
        )}
        <Bar share={times / suppressed} />
      </th>
      <td class="number-cell">{formatCount(times)}</td>
      <td class="number-cell">{formatPercent((100 * times) / suppressed)}</td>
      <td class="number-cell">{formatCount(alone)}</td>
    </tr>
  );
};

/** Shows which gates suppressed surveys. Pages report this only with `report: 'decisions'`. */
export const SuppressionsSection = ({ suppressions }: { suppressions: Suppressions }) => {
  const { eligible, suppressed, gates } = suppressions;
  return (
    <section aria-labelledby="suppressions">
      <h2 id="suppressions">Why it was not shown</h2>
      <p class="facts">
        <span>
          <strong>{plural(suppressed, 'time', 'times')}</strong> a page decided not to show a survey,{' '}
          {plural(eligible, 'time', 'times')} that nothing was in the way. A page decides again with every trigger:
          these are no people.
        </span>
        <span>Several things can be in the way at once: shares can add up to more than 100%.</span>
      </p>
      <div class="scroll suppressions">
        <table class="options">
          <caption class="hidden">Closed gates by frequency</caption>
          <thead>
            <tr>
              <th scope="col">In the way</th>
              <th scope="col" class="number-cell">
                Times
              </th>
              <th scope="col" class="number-cell">
                Share of {formatCount(suppressed)}
              </th>
              <th scope="col" class="number-cell">
                Nothing else
              </th>
            </tr>
          </thead>
          <tbody>
            {gates.map((closed) => (
              <Gate key={JSON.stringify([closed.gate, closed.name])} closed={closed} suppressed={suppressed} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
