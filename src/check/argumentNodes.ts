import { propertiesNode, respondentNode, subjectNode } from './table.ts';

/** The table nodes that validate the arguments of client methods. */
export const argumentNodes = { identify: respondentNode, subject: subjectNode, properties: propertiesNode };
