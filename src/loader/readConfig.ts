/** Reads the configuration of the script tag from the markup: the tag's `data-*` attributes and JSON config tags. Runs no inline code. */

import type { ScoreletOptions } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import type { Node } from '../check/node.ts';
import { settingsNode, surveyNode } from '../check/table.ts';

export type Json = Record<string, unknown>;

/** Returns the keys that a check table allows for an object. The `data-*` attributes have the same names. */
const keysOf = (node: Node) => (node as readonly [6, string])[1].split(' ');

/** The parsers of those `data-*` attributes that are not plain text. */
const READERS: { readonly [name: string]: (text: string) => unknown } = {
  trigger: (text) =>
    ['load', 'manual'].includes(text) ? text : /^\d+(ms|[smhdw])$/.test(text) ? { delay: text } : { event: text },
  followUp: (text) => (text === 'false' ? false : !text || text === 'true' || { title: text }),
  askLater: (text) => text !== 'false',
  debug: (text) => text !== 'false',
  version: Number,
  max: Number,
};

/** Parses JSON from a config tag or a response. Reports a syntax error on the console instead of throwing. */
export const parseJson = (text: string | null, where: string): Json | null | undefined => {
  try {
    return JSON.parse(`${text}`);
  } catch (error) {
    return warn(`${where}: ${error}`);
  }
};

const MAX_CONFIG_CHARACTERS = 65_536;

/** Fetches a survey definition. When it cannot be fetched or is too long, reports this, and no survey is shown. */
export const fetchConfig = async (address: string): Promise<Json | null | undefined> => {
  try {
    const response = await fetch(address, { credentials: 'omit' });
    const text = await response.text();
    if (response.ok && text.length <= MAX_CONFIG_CHARACTERS) return parseJson(text, address);
    return warn(`${address}: status ${response.status}, length ${text.length}`);
  } catch (error) {
    return warn(`${address}: ${error}`);
  }
};

/**
 * Merges the configuration of the script tag. `data-*` attributes override JSON. The attributes define settings and, with `data-metric`, a
 * survey. The survey's id is `data-survey`, or else the metric.
 */
export const mergeConfig = (parts: readonly (Json | null | undefined)[], dataset: DOMStringMap): ScoreletOptions => {
  const settings: Json = {};
  const survey: Json = {};
  for (const [name, text = ''] of Object.entries(dataset)) {
    const value = READERS[name]?.(text) ?? text;
    if (keysOf(settingsNode).includes(name)) settings[name] = value;
    // Accepts the survey fields of all metrics here. The check later rejects a field that does not belong to the survey's metric.
    else if (keysOf(surveyNode).includes(name)) survey[name] = value;
  }
  const surveys = parts.flatMap((part) => part?.surveys ?? []);
  if (survey.metric) surveys.push({ id: dataset.survey || survey.metric, ...survey });
  return Object.assign({}, ...parts, settings, { surveys });
};
