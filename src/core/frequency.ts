/** Whether somebody may be asked. One record per survey, with a clock for the survey and one for each subject. */
import type { Subject } from '../schema/index.ts';

export interface FrequencyRecord {
  /** How often it was displayed. */
  readonly asks: number;
  /** When it was displayed last, milliseconds since 1970. */
  readonly lastAsk?: number | undefined;
  /** By subject (`''` without one): not before this moment. */
  readonly notBefore: Readonly<Record<string, number>>;
  /** "Don't ask again": about nothing, for ever. */
  readonly never?: boolean | undefined;
}

/** Reads what was stored; anything that is not a record is none. */
export const toRecord = (stored: string | undefined): FrequencyRecord => {
  try {
    const record = JSON.parse(stored as string);
    if (record.asks >= 0 && record.notBefore) return record;
  } catch {
    // Nothing yet, or somebody else's value under our key.
  }
  return { asks: 0, notBefore: {} };
};

/** Names the clock of a subject. */
export const toClock = (subject: Subject | undefined): string => (subject ? `${subject.type}:${subject.id}` : '');

/** Says whether a survey may be shown now, about this subject if it has one. */
export const isDue = ({ notBefore, never }: FrequencyRecord, subject: Subject | undefined, now: number): boolean =>
  !(never || (notBefore[toClock(subject)] as number) > now);
