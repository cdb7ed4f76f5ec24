import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Period } from '../collector/filterWords.ts';
import type { Block, Point } from '../collector/report.ts';
import { formatCount, formatDay, formatInterval, formatUnit, plural } from './format.ts';
import { drawTrend } from './trendPlot.ts';

const PERIOD_NAMES: Readonly<Record<Period, string>> = { day: 'Day', week: 'Week from', month: 'Month' };

const toSentence = (point: Point, block: Block, period: Period): string => {
  const day = `${period === 'week' ? 'Week from ' : ''}${formatDay(point.date, period)}`;
  const answers = plural(point.n, 'answer', 'answers');
  if (!point.score) return `${day}: ${answers}${point.n > 0 ? ', too few for a score' : ''}`;
  const interval = formatInterval(point.score, block.unit);
  return `${day}: ${formatUnit(point.score.estimate, block.unit)}${interval ? ` (${interval})` : ''}, ${answers}`;
};

/** Shows the score over time, with its interval as a band, and the same numbers in a table. Needs at least 30 answers. */
export const TrendFigure = ({ block, period }: { block: Block; period: Period }) => {
  const holder = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const { trend, unit, instrument } = block;
  const points = trend ?? [];
  const isDrawn = points.filter(({ score }) => score !== null).length > 1;
  // Compared as text: a new report is a new object, but its trend is usually unchanged.
  const drawn = JSON.stringify([points, unit, period]);
  useEffect(() => {
    if (!holder.current || !isDrawn) return undefined;
    return drawTrend(holder.current, { points, unit, instrument, period, onPoint: setPointed });
  }, [drawn, isDrawn]);

  if (trend === null) {
    return block.n === 0 ? null : (
      <p class="no-trend muted">A trend needs at least 30 answers. With fewer, it would mostly show chance.</p>
    );
  }
  const point = points[pointed ?? points.length - 1];
  return (
    <figure class="trend">
      <figcaption>
        <span>Trend</span>
        <span class="muted">{point && toSentence(point, block, period)}</span>
      </figcaption>
      {isDrawn ? (
        <div ref={holder} class="plot" aria-hidden="true" />
      ) : (
        <p class="muted">One {period} has enough answers so far; a trend needs two.</p>
      )}
      <details>
        <summary>The trend as a table</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{PERIOD_NAMES[period]}</th>
                <th scope="col" class="number-cell">
                  Answers
                </th>
                <th scope="col" class="number-cell">
                  Score
                </th>
                <th scope="col" class="number-cell">
                  Interval
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ date, n, score }) => (
                <tr key={date}>
                  <th scope="row">{formatDay(date, period)}</th>
                  <td class="number-cell">{formatCount(n)}</td>
                  <td class={score ? 'number-cell' : 'number-cell muted'}>
                    {score ? formatUnit(score.estimate, unit) : n > 0 ? 'too few' : ''}
                  </td>
                  <td class="number-cell muted">{score && formatInterval(score, unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
};
