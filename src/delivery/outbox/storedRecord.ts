import { pack, unpack } from '../../memory/versioned.ts';

/** The stored record of one undelivered event. The storage key contains the event's id. */
export interface StoredRecord {
  /**
   * `waiting`: no receipt has arrived. `parked`: the event will not be delivered, and its record is kept for debugging. `removing`: a
   * marker without an event, kept in localStorage while the copy in IndexedDB is deleted.
   */
  readonly state: 'waiting' | 'parked' | 'removing';
  /** True for an event with an answer. Such an event is never dropped to free storage space. */
  readonly answer: boolean;
  /** When the event was recorded, in milliseconds since 1970. */
  readonly time: number;
  /** The JSON of the event, exactly as it is sent. */
  readonly json: string;
}

export const toRecordText: (record: StoredRecord) => string = pack;

/** Reads a stored record. Returns undefined for text of another version. */
export const readRecord = (text: string | undefined): StoredRecord | undefined => {
  const record = unpack(text) as Partial<StoredRecord>;
  return typeof record.json === 'string' ? (record as StoredRecord) : undefined;
};
