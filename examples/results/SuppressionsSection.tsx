import { h } from 'preact';
import type { GateName } from '../../src/schema/index.ts';
import type { ClosedGate, Suppressions } from '../collector/report.ts';
import { Bar } from './Bar.tsx';
import { formatCount, formatPercent, plural } from './format.ts';

/** Explains each gate in plain language, for readers who did not write the survey. */
const GATES: Readonly<Record<GateName, string>> = {
  definition: 'The survey’s definition is invalid',
  mode: 'The widget is switched off, or another survey is previewed',
  url: 'The survey is for other pages',
  device: 'The survey is for other devices',
  locale: 'The survey is for other languages',
  referrer: 'The survey is for visits from other referrers',
  role: 'The survey is for respondents with another role',
  traits: 'The survey is for respondents with other traits',
  predicate: 'The page’s isEligible callback excluded the respondent',
  sampling: 'The respondent is not in the sample',
  history: 'The history from other devices was not loaded yet',
  never: 'The respondent chose “Don’t ask again”',
  clock: 'The respondent was asked recently',
  trigger: 'The survey’s trigger had not fired',
  expired: 'The survey’s trigger fired too long ago',
  turn: 'Another prompt was open in the tab',
  tab: 'A prompt was open in another tab',
  page: 'The page was busy: a dialog was open, the respondent was typing, or the page was hidden',
  veto: 'The page’s beforeShow callback vetoed the survey',
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
      <h2 id="suppressions">Why surveys were not shown</h2>
      <p class="facts">
        <span>
          <strong>{plural(suppressed, 'time', 'times')}</strong> a page decided not to show a survey,{' '}
          {plural(eligible, 'time', 'times')} that it may be shown. A page decides again at every trigger, so these
          numbers do not count people.
        </span>
        <span>Several reasons can apply at once, so shares can add up to more than 100%.</span>
      </p>
      <div class="scroll suppressions">
        <table class="options">
          <caption class="hidden">Closed gates by frequency</caption>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col" class="number-cell">
                Times
              </th>
              <th scope="col" class="number-cell">
                Share of {formatCount(suppressed)}
              </th>
              <th scope="col" class="number-cell">
                Only reason
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
