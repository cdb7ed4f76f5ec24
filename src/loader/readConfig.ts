/** Reads what the page says in its markup: `data-*` attributes of the script tag and JSON config tags. No inline code. */

import type { ScoreletOptions } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import type { Node } from '../check/node.ts';
import { settingsNode, surveyNode } from '../check/table.ts';

export type Json = Record<string, unknown>;

/** The keys of an object, as the check knows them: the attributes are the same words. */
const keysOf = (node: Node) => (node as readonly [6, string])[1].split(' ');

/** What an attribute means beyond its text; everything else is text. */
const READERS: { readonly [name: string]: (text: string) => unknown } = {
  trigger: (text) =>
    ['load', 'manual'].includes(text) ? text : /^\d+(ms|[smhdw])$/.test(text) ? { delay: text } : { event: text },
  followUp: (text) => (text === 'false' ? false : !text || text === 'true' || { title: text }),
  askLater: (text) => text !== 'false',
  debug: (text) => text !== 'false',
  version: Number,
  max: Number,
};

/** Parses JSON from a tag or an answer; says where it is wrong instead of throwing. */
export const parseJson = (text: string | null, where: string): Json | null | undefined => {
  try {
    return JSON.parse(`${text}`);
  } catch (error) {
    return warn(`${where}: ${error}`);
  }
};

const MAX_CONFIG_CHARACTERS = 65_536;

/** Fetches a definition. One that does not come, or is too long, shows nothing and is reported. */
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
 * Puts what was read together: JSON first, attributes win. The attributes are settings, and a survey if there is a metric, whose id is
 * `data-survey` or the metric.
 */
export const mergeConfig = (parts: readonly (Json | null | undefined)[], dataset: DOMStringMap): ScoreletOptions => {
  const settings: Json = {};
  const survey: Json = {};
  for (const [name, text = ''] of Object.entries(dataset)) {
    const value = READERS[name]?.(text) ?? text;
    if (keysOf(settingsNode).includes(name)) settings[name] = value;
    // The words of all metrics; one that this metric does not know is found wrong with the rest.
    else if (keysOf(surveyNode).includes(name)) survey[name] = value;
  }
  const surveys = parts.flatMap((part) => part?.surveys ?? []);
  if (survey.metric) surveys.push({ id: dataset.survey || survey.metric, ...survey });
  return Object.assign({}, ...parts, settings, { surveys });
};
