import type { argumentNodes } from '../check/firstCheck.ts';

/** The names of the client methods' arguments, as error messages show them. */
export type ArgumentName = keyof typeof argumentNodes | 'setContext';

/** What an explanation can be about. With `show`, it is the id of a survey that does not exist. */
export type Explainable = ArgumentName | 'show' | 'options';
