import type { Instrument } from './instrument.ts';
import { toInstrumentLabel } from './parseInstrument.ts';

/** Thrown where answers to different instruments would have been added up. */
export class MixedInstrumentsError extends Error {
  override readonly name = 'MixedInstrumentsError';
  /** The instruments that met, each once. */
  readonly instruments: readonly Instrument[];

  constructor(instruments: readonly Instrument[]) {
    super(
      `Expected answers to one instrument, got ${instruments.map(toInstrumentLabel).join(' and ')}. ` +
        'Score them one by one, or pool what they have in common with poolNormalized().',
    );
    this.instruments = instruments;
  }
}
