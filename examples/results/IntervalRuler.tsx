import { h } from 'preact';
import type { Estimate, Instrument } from '../../src/score/index.ts';
import type { Block } from '../collector/report.ts';
import { formatUnit, toReach } from './format.ts';

/** Draws the score and its interval on the complete scale. It is hidden from screen readers, because the same values are in the text. */
export const IntervalRuler = ({
  score,
  unit,
  instrument,
}: {
  score: Estimate;
  unit: Block['unit'];
  instrument: Instrument;
}) => {
  const { low, high } = toReach(unit, instrument);
  const at = (value: number) => `${(100 * (value - low)) / (high - low)}%`;
  const { interval } = score;
  return (
    <div class="ruler" aria-hidden="true">
      <div class="rail">
        {unit === 'points' && <span class="zero" style={{ left: at(0) }} />}
        {interval && (
          <span
            class="band"
            style={{ left: at(interval.low), width: `calc(${at(interval.high)} - ${at(interval.low)})` }}
          />
        )}
        <span class="point" style={{ left: at(score.estimate) }} />
      </div>
      <div class="ends">
        <span>{formatUnit(low, unit)}</span>
        {unit === 'points' && <span>0</span>}
        <span>{formatUnit(high, unit)}</span>
      </div>
    </div>
  );
};
