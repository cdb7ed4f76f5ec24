/** Reads the configuration of the script tag from the markup: the tag's `data-*` attributes and JSON config tags. Runs no inline code. */

import type { ScoreletOptions } from '../api/options.ts';
import type { Node } from '../check/node.ts';
import { settingsNode, surveyNode } from '../check/table.ts';
import type { Json } from './parseJson.ts';

/** Returns the keys that a check table allows for an object. The `data-*` attributes have the same names. */
export const keysOf = (node: Node) => (node as readonly [6, string])[1].split(' ');

const isOn = (text: string) => text !== 'false';

/** The parsers of those `data-*` attributes that are not plain text. */
const READERS: { readonly [name: string]: (text: string) => unknown } = {
  // A page may have put anything on every object.
  __proto__: null as never,
  trigger: (text) =>
    ['load', 'manual'].includes(text) ? text : /^\d+(ms|[smhdw])$/.test(text) ? { delay: text } : { event: text },
  followUp: (text) => (text === 'false' ? false : !text || text === 'true' || { title: text }),
  askLater: isOn,
  debug: isOn,
  version: Number,
  max: Number,
};

/**
 * Merges the configuration of the script tag. `data-*` attributes override JSON. The attributes define settings and, with `data-metric`, a
 * survey. The survey's id is `data-survey`, or else the metric. `unknown` lists the attributes without a meaning.
 */
export const mergeConfig = (parts: readonly (Json | null | undefined)[], dataset: DOMStringMap) => {
  const settings: Json = {};
  const survey: Json = {};
  const others: Json = {};
  for (const [name, text = ''] of Object.entries(dataset)) {
    // Accepts the survey fields of all metrics here. The check later rejects a field that does not belong to the survey's metric.
    const isOfSurvey = keysOf(surveyNode).includes(name);
    const place = keysOf(settingsNode).includes(name) ? settings : isOfSurvey ? survey : others;
    place[name] = READERS[name]?.(text) ?? text;
  }
  const { survey: id, config: _, ...unknown } = others;
  const surveys = parts.flatMap((part) => part?.surveys ?? []);
  if (survey.metric) surveys.push({ id: id || survey.metric, ...survey });
  let merged: Json = {};
  for (const part of [...parts, settings]) merged = { ...merged, ...part };
  return {
    options: { __proto__: null, ...merged, surveys } as unknown as ScoreletOptions,
    unknown: Object.keys(unknown),
  };
};
