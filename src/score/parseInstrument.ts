import type { Instrument, Scale } from './instrument.ts';
import { instrumentTable } from './instrumentTable.ts';
import { received } from './received.ts';

/**
 * Returns the scale, now known to run upwards between two whole numbers in a known direction.
 * @throws RangeError saying which of the three is wrong
 */
export function parseScale<S extends Scale>(scale: S): S {
  const { min, max, polarity } = scale;
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min >= max) {
    throw new RangeError(
      `Expected a scale of whole numbers with min below max, got ${received(min)} to ${received(max)}`,
    );
  }
  if (polarity !== 'higher_is_better' && polarity !== 'lower_is_better') {
    throw new RangeError(`Expected polarity to be higher_is_better or lower_is_better, got ${received(polarity)}`);
  }
  return scale;
}

/**
 * Returns the instrument, now known to be a scale its variant may be asked on. A "recommend" question on 1–10 is no NPS.
 * @throws RangeError saying what the variant expects and what came
 */
export function parseInstrument(instrument: Instrument): Instrument {
  const { variant, min, max, polarity } = parseScale(instrument);
  if (!Object.hasOwn(instrumentTable, variant)) {
    throw new RangeError(
      `Expected variant to be one of ${Object.keys(instrumentTable).join(', ')}, got ${received(variant)}`,
    );
  }
  const { scales, polarity: expected } = instrumentTable[variant];
  const scaleFits = scales === null || scales.some((scale) => scale[0] === min && scale[1] === max);
  if (!scaleFits || (expected !== null && expected !== polarity)) {
    const known = (scales ?? []).map((scale) => scale.join('–')).join(' or ');
    throw new RangeError(
      `Expected ${variant} on ${known}, ${expected}, got ${toInstrumentLabel(instrument)}. Other scales are variant "rating".`,
    );
  }
  return instrument;
}

/** Says an instrument in one line, unique for what may be pooled: "ces2 1–7 higher_is_better". */
export function toInstrumentLabel({ variant, min, max, polarity }: Instrument): string {
  return `${variant} ${min}–${max} ${polarity}`;
}
