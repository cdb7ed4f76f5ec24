import type { Instrument } from './instrument.ts';
import { toInstrumentLabel } from './parseInstrument.ts';

/** Thrown when the caller pools answers to different instruments. */
export class MixedInstrumentsError extends Error {
  override readonly name = 'MixedInstrumentsError';
  /** The different instruments, each listed once. */
  readonly instruments: readonly Instrument[];

  constructor(instruments: readonly Instrument[]) {
    super(
      `Expected answers to one instrument, got ${instruments.map(toInstrumentLabel).join(' and ')}. ` +
        'Score each instrument separately, or pool their normalized means with poolNormalized().',
    );
    this.instruments = instruments;
  }
}
