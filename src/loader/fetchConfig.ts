import { warn } from '../browser/warn.ts';
import { type Json, parseJson } from './parseJson.ts';

const MAX_CONFIG_CHARACTERS = 65_536;

/** Fetches a survey definition. When it cannot be fetched or is too long, reports this, and no survey is shown. */
export const fetchConfig = async (address: string): Promise<Json | null | undefined> => {
  try {
    const response = await fetch(address, { credentials: 'omit' });
    const text = await response.text();
    if (response.ok && text.length <= MAX_CONFIG_CHARACTERS) return parseJson(text, address);
    return warn(`data-config ${address}: status ${response.status}, length ${text.length}`);
  } catch (error) {
    return warn(`data-config ${address}: ${error}`);
  }
};
