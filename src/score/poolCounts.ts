import type { Tally } from './instrument.ts';
import { MixedInstrumentsError } from './mixedInstrumentsError.ts';
import { parseCounts } from './parseCounts.ts';
import { parseInstrument, toInstrumentLabel } from './parseInstrument.ts';

/**
 * Adds up the counts of groups that answered the same instrument: same variant, `min`, `max` and polarity.
 *
 * @throws MixedInstrumentsError when the groups answered different instruments
 * @throws RangeError when there is no group, or when an instrument or a count is invalid
 * @throws TypeError when a count is not a number
 */
export function poolCounts(groups: readonly Tally[]): Tally {
  const met = new Map(groups.map(({ instrument }) => [toInstrumentLabel(instrument), instrument]));
  const [instrument, ...others] = met.values();
  if (instrument === undefined) throw new RangeError('Expected at least one group to pool, got none');
  if (others.length > 0) throw new MixedInstrumentsError([instrument, ...others]);
  parseInstrument(instrument);
  const pooled = groups
    .map(({ counts }) => parseCounts(counts, instrument))
    .reduce((sums, counts) => sums.map((sum, i) => sum + (counts[i] ?? 0)));
  return { instrument, counts: parseCounts(pooled, instrument) };
}
