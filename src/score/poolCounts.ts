import type { Tally } from './instrument.ts';
import { MixedInstrumentsError } from './mixedInstrumentsError.ts';
import { parseCounts } from './parseCounts.ts';
import { parseInstrument, toInstrumentLabel } from './parseInstrument.ts';

/**
 * Adds up groups that answered the same instrument: same variant, min, max and polarity. The same number means something
 * else on any other.
 *
 * @throws MixedInstrumentsError naming the instruments it met, when there is more than one
 * @throws RangeError when there is no group, or a group's instrument or counts are none
 * @throws TypeError when a count is no number
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
