import { propertiesNode, respondentNode, subjectNode } from './table.ts';

/** What the arguments of a client's methods must be. */
export const argumentNodes = { identify: respondentNode, subject: subjectNode, properties: propertiesNode };
