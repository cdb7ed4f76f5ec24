import type { argumentNodes } from '../check/argumentNodes.ts';

/** What the host passes after the definition, by the name under which it is explained. */
export type ArgumentName = keyof typeof argumentNodes | 'setContext';
