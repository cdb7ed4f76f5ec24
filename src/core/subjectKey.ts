import type { Subject } from '../schema/index.ts';
import { toHash } from './toHash.ts';

/** Returns the key of a subject in a record: a hash, so that no order number is stored on the device. */
export const toSubjectKey = (subject: Subject): string => toHash(`${subject.type}:${subject.id}`);
