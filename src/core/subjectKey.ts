import type { Subject } from '../schema/index.ts';
import { toHash } from './toHash.ts';

/** Names a subject in a record: no order number lies about on the device. */
export const toSubjectKey = (subject: Subject): string => toHash(`${subject.type}:${subject.id}`);
