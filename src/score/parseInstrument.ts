import type { Instrument, Scale } from './instrument.ts';
import { instrumentTable } from './instrumentTable.ts';
import { received } from './received.ts';

/**
 * Checks that `min` and `max` are whole numbers with `min < max` and that the polarity is known. Returns the scale.
 * @throws RangeError that names the invalid field
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
 * Checks that the variant allows this scale and polarity, and returns the instrument. NPS, for example, needs 0–10.
 * @throws RangeError with the scales that the variant allows and the scale that it received
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
      `Expected ${variant} on ${known}, ${expected}, got ${toInstrumentLabel(instrument)}. For other scales use variant "rating".`,
    );
  }
  return instrument;
}

/** Formats an instrument as "ces2 1–7 higher_is_better". Instruments with the same label may be pooled. */
export function toInstrumentLabel({ variant, min, max, polarity }: Instrument): string {
  return `${variant} ${min}–${max} ${polarity}`;
}
