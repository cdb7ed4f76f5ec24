import { warn } from '../browser/warn.ts';

export type Json = Record<string, unknown>;

/** Parses JSON from a config tag or a response. Reports a syntax error on the console instead of throwing. */
export const parseJson = (text: string | null, where: string): Json | null | undefined => {
  try {
    return JSON.parse(`${text}`);
  } catch (error) {
    return warn(`${where}: ${error}`);
  }
};
