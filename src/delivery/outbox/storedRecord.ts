import { pack, unpack } from '../../memory/versioned.ts';

/** What the device keeps of one event. The key of the record carries the event's id. */
export interface StoredRecord {
  /**
   * `waiting`: no receipt has come. `parked`: the event was given up and is kept for whoever investigates.
   * `removing`: a marker without an event, which holds while the copy in the other store is deleted.
   */
  readonly state: 'waiting' | 'parked' | 'removing';
  /** The respondent said something: never dropped to make room. */
  readonly answer: boolean;
  /** When the event was recorded, milliseconds since 1970. */
  readonly time: number;
  /** The event as it goes over the wire, byte for byte. */
  readonly json: string;
}

export const toRecordText: (record: StoredRecord) => string = pack;

/** Reads a record; returns nothing for text that is not one of this version. */
export const readRecord = (text: string | undefined): StoredRecord | undefined => {
  const record = unpack(text) as Partial<StoredRecord>;
  return typeof record.json === 'string' ? (record as StoredRecord) : undefined;
};
