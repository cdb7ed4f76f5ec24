import { h } from 'preact';
import type { Block } from '../collector/report.ts';
import { Bar } from './Bar.tsx';
import { formatCount, formatPercent, toSegmentsName } from './format.ts';

type Row = Block['distribution'][number];

/** Groups the points of the scale by segment, best first. Without segments there is one group. */
const toParts = ({
  boxes,
  distribution,
  instrument,
}: Block): { segment: string | null; count: number; rows: readonly Row[] }[] => {
  const bestFirst = instrument.polarity === 'higher_is_better' ? [...distribution].reverse() : distribution;
  const ofScores = (scores: readonly number[]) => bestFirst.filter(({ score }) => scores.includes(score));
  if (boxes.length === 0) return [{ segment: null, count: 0, rows: bestFirst }];
  return boxes.map(({ segment, scores, count }) => ({ segment, count, rows: ofScores(scores) }));
};

/** Shows the number of answers for each score as a table with bars. */
export const Distribution = ({ block }: { block: Block }) => {
  const { n, policy } = block;
  const most = Math.max(1, ...block.distribution.map(({ count }) => count));
  const hasShares = policy !== 'none' && policy !== 'counts';
  return (
    <div class="scroll">
      <table class="distribution">
        <caption>Answers by score</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">Score</th>
            <th scope="col">Bar</th>
            <th scope="col">Answers</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        {toParts(block).map(({ segment, count, rows }, part) => (
          <tbody key={segment ?? 'all'} data-part={part}>
            {segment !== null && (
              <tr class="segment">
                <th scope="rowgroup" colSpan={2}>
                  {toSegmentsName(segment)}
                </th>
                <td>{formatCount(count)}</td>
                <td>{hasShares ? formatPercent((100 * count) / n) : ''}</td>
              </tr>
            )}
            {rows.map(({ score, count: answers, percent }) => (
              <tr key={score}>
                <th scope="row">{score}</th>
                <td class="track">
                  <Bar share={answers / most} />
                </td>
                <td>{formatCount(answers)}</td>
                <td class="muted">{hasShares && percent !== null ? formatPercent(percent) : ''}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};
