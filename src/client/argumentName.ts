import type { argumentNodes } from '../check/argumentNodes.ts';

/** The names of the client methods' arguments, as error messages show them. */
export type ArgumentName = keyof typeof argumentNodes | 'setContext';
