import { h } from 'preact';
import type { Block, ResolutionRow } from '../collector/report.ts';
import { formatCount, formatInterval, formatUnit } from './format.ts';

const toHours = (hours: number) => (hours >= 24 ? `${hours / 24} d` : `${hours} h`);

const toSpan = ({ fromHours, toHours: end }: ResolutionRow): string => {
  if (end === null) return `${toHours(fromHours)} and more`;
  return fromHours === 0 ? `under ${toHours(end)}` : `${toHours(fromHours)} to ${toHours(end)}`;
};

/** Shows the score for each range of time to resolution. */
export const ResolutionTable = ({ block, rows }: { block: Block; rows: readonly ResolutionRow[] }) => (
  <div class="scroll">
    <table>
      <caption>By time to resolution</caption>
      <thead>
        <tr>
          <th scope="col">Resolved in</th>
          <th scope="col" class="number-cell">
            Answers
          </th>
          <th scope="col" class="number-cell">
            Score
          </th>
          <th scope="col" class="number-cell">
            Interval
          </th>
          {block.unit !== 'scale' && (
            <th scope="col" class="number-cell">
              Mean
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fromHours}>
            <th scope="row">{toSpan(row)}</th>
            <td class="number-cell">{formatCount(row.n)}</td>
            <td class={row.score ? 'number-cell' : 'number-cell muted'}>
              {row.score ? formatUnit(row.score.estimate, block.unit) : row.n > 0 ? 'too few' : ''}
            </td>
            <td class="number-cell muted">{row.score && formatInterval(row.score, block.unit)}</td>
            {block.unit !== 'scale' && (
              <td class="number-cell">{row.mean && formatUnit(row.mean.estimate, 'scale')}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
