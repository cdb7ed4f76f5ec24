import { pack, unpack } from '../../memory/versioned.ts';

/** The record of one event on the device. Its key contains the event's id. */
export interface StoredRecord {
  /**
   * `waiting`: no receipt has arrived. `parked`: the event was given up, and the record is kept for debugging.
   * `removing`: a marker without an event, kept while the copy in the other store is deleted.
   */
  readonly state: 'waiting' | 'parked' | 'removing';
  /** True for an event with an answer. It is never dropped to make room. */
  readonly answer: boolean;
  /** When the event was recorded, milliseconds since 1970. */
  readonly time: number;
  /** The event exactly as it is sent. */
  readonly json: string;
}

export const toRecordText: (record: StoredRecord) => string = pack;

/** Reads a record; undefined for text that is not of this version. */
export const readRecord = (text: string | undefined): StoredRecord | undefined => {
  const record = unpack(text) as Partial<StoredRecord>;
  return typeof record.json === 'string' ? (record as StoredRecord) : undefined;
};
