import type { Subject } from '../schema/index.ts';
import { toHash } from './toHash.ts';

/** Returns the hash that identifies a subject in a display record. A hash is used so that no order number is stored on the device. */
export const toSubjectKey = (subject: Subject): string => toHash(`${subject.type}:${subject.id}`);
