import { h } from 'preact';
import type { Filters } from '../collector/filters.ts';
import type { Block, GroupRow } from '../collector/report.ts';
import { toGroupName } from './FiltersForm.tsx';
import { formatCount, formatInterval, formatUnit } from './format.ts';

const COMPARED = { higher: 'significantly above the rest', lower: 'significantly below the rest' } as const;

const toScore = ({ score, policy }: GroupRow, unit: Block['unit']): string =>
  score ? formatUnit(score.estimate, unit) : policy === 'none' ? '' : 'too few';

/** Shows the score of each group. The order is not a ranking. */
export const GroupTable = ({ block, group }: { block: Block; group: Filters['group'] }) => {
  const { groups, unit } = block;
  const name = toGroupName(group);
  if (groups.length === 0) return null;
  if (groups.length === 1 && groups[0]?.value === null) {
    return <p class="muted">The answers have no {name.toLowerCase()}.</p>;
  }
  return (
    <div class="scroll">
      <table>
        <caption>
          By {name.toLowerCase()}
          {group === 'locale' && (
            <span class="muted"> Not for ranking: people of different countries use a scale differently.</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
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
          {groups.map((row) => (
            <tr key={row.value ?? '\0'}>
              <th scope="row">
                {row.value ?? <span class="muted">unknown</span>}
                {row.comparedWithRest && <span class="aside">{COMPARED[row.comparedWithRest]}</span>}
              </th>
              <td class="number-cell">{formatCount(row.n)}</td>
              <td class={row.score ? 'number-cell' : 'number-cell muted'}>{toScore(row, unit)}</td>
              <td class="number-cell muted">{row.score && formatInterval(row.score, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
