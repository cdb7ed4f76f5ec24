import { createCheck } from './createCheck.ts';
import { meanings, other, respondentNode, subjectNode } from './table.ts';

/** The first half of the fast check of survey definitions. It is part of the first file that a page loads. */
export const { isValid, meaningOf } = createCheck(meanings, other);

/** The table nodes that validate the arguments of client methods. The properties of an event have the form of traits. */
export const argumentNodes = { identify: respondentNode, subject: subjectNode, properties: meaningOf('traits') };
