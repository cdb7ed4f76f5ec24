import { propertiesNode, respondentNode, subjectNode } from './table.ts';

/** The nodes for the arguments of client methods. */
export const argumentNodes = { identify: respondentNode, subject: subjectNode, properties: propertiesNode };
