/** Reads what the page says in its markup: `data-*` attributes of the script tag and JSON config tags. No inline code. */
import type { ScoreletOptions } from '../options.ts';

type Json = Record<string, unknown>;

const SETTINGS = ['collector', 'key', 'brand', 'locale', 'theme', 'colorScheme', 'mode', 'consent', 'preload'];
const SURVEY = [
  'metric',
  'variant',
  'version',
  'subject',
  'scope',
  'presentation',
  'placement',
  'target',
  'title',
  'low',
  'high',
  'style',
  'max',
  'thanks',
  'privacyUrl',
  'askLater',
  'trigger',
  'followUp',
];
const OTHER = ['survey', 'config'];

/** What an attribute means beyond its text; everything else is text. */
const READERS: { readonly [name: string]: (text: string) => unknown } = {
  trigger: (text) =>
    /^(load|manual)$/.test(text) ? text : /^\d+(ms|[smhdw])$/.test(text) ? { delay: text } : { event: text },
  followUp: (text) => (text === 'false' ? false : text === '' || text === 'true' || { title: text }),
  askLater: (text) => text !== 'false',
  version: Number,
  max: Number,
};

/** Reads the one-liner. A metric makes a survey, whose id is `data-survey` or the metric. */
export const readAttributes = (dataset: DOMStringMap): { settings: Json; survey: Json | undefined } => {
  const settings: Json = {};
  const survey: Json = {};
  for (const [name, text = ''] of Object.entries(dataset)) {
    if (SETTINGS.includes(name)) settings[name] = text;
    else if (SURVEY.includes(name)) survey[name] = READERS[name]?.(text) ?? text;
    else {
      // Other tools write attributes too; only one that looks like ours is worth a word.
      const near = [...SETTINGS, ...SURVEY, ...OTHER].find((word) => word.slice(0, 3) === name.slice(0, 3));
      if (near && near !== name) console.warn(`[scorelet] Unknown attribute for "${name}". Did you mean "${near}"?`);
    }
  }
  return { settings, survey: survey.metric ? { id: dataset.survey || survey.metric, ...survey } : undefined };
};

/** Parses JSON from a tag or an answer; says where it is wrong instead of throwing. */
export const parseJson = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    console.warn(`[scorelet] ${where} is not valid JSON: ${(error as Error).message}`);
    return undefined;
  }
};

const MAX_CONFIG_CHARACTERS = 65_536;

/** Fetches a definition. One that does not come, or is too long, shows nothing and is reported. */
export const fetchConfig = async (address: string): Promise<unknown> => {
  try {
    const response = await fetch(address, { credentials: 'omit' });
    const text = await response.text();
    if (response.ok && text.length <= MAX_CONFIG_CHARACTERS) return parseJson(text, address);
    throw new Error(response.ok ? `longer than ${MAX_CONFIG_CHARACTERS} characters` : `status ${response.status}`);
  } catch (error) {
    console.warn(`[scorelet] The definition ${address} could not be fetched: ${(error as Error).message}`);
    return undefined;
  }
};

/** Puts what was read together: JSON tags first, attributes win. */
export const mergeConfig = (
  configs: readonly unknown[],
  { settings, survey }: ReturnType<typeof readAttributes>,
): ScoreletOptions => {
  const parts = configs.filter((config) => typeof config === 'object' && config) as Json[];
  const surveys = parts.flatMap((part) => part.surveys ?? []);
  return { ...Object.assign({}, ...parts), ...settings, surveys: survey ? [...surveys, survey] : surveys };
};
