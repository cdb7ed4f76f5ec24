import type { argumentNodes } from '../check/argumentNodes.ts';

/** The names of the arguments that client methods take, for error messages. */
export type ArgumentName = keyof typeof argumentNodes | 'setContext';
