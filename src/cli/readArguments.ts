import { parseArgs } from 'node:util';
import { nearest } from '../schema/nearest.ts';
import { DEFAULT_ORIGIN, DEFAULT_TIMEOUT_MS, selectCases } from './conformance/runConformance.ts';

/** Thrown when the command line is invalid. The message tells the developer how to correct it. */
export class UsageError extends Error {}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | {
      readonly name: 'conformance';
      readonly url: URL;
      readonly key: string | undefined;
      readonly origin: string;
      readonly only: string | undefined;
      readonly timeoutMs: number;
      readonly rateLimit: boolean;
      readonly history: boolean;
      readonly json: boolean;
    };

const OPTIONS = {
  key: { type: 'string' },
  origin: { type: 'string' },
  only: { type: 'string' },
  timeout: { type: 'string' },
  'rate-limit': { type: 'boolean' },
  history: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
type OptionName = keyof typeof OPTIONS;

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);
const didYouMean = (meant: string | undefined) => (meant === undefined ? '' : ` Did you mean ${meant}?`);

/** Parses the command line with `strict: false`, because the error messages of this file suggest the nearest valid option. */
const readTokens = (args: readonly string[]) => {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<OptionName, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) {
      const meant = nearest(name, Object.keys(OPTIONS));
      throw new UsageError(`Unknown option ${rawName}.${didYouMean(meant && `--${meant}`)}`);
    }
    const needsValue = OPTIONS[name].type === 'string';
    if (needsValue && (!value || (!inlineValue && value.startsWith('-')))) {
      throw new UsageError(`Option ${rawName} needs a value: ${rawName}=…`);
    }
    if (!needsValue && inlineValue) throw new UsageError(`Option ${rawName} takes no value.`);
    given.set(name, value ?? '');
  }
  return { given, words };
};

const parseUrl = (text: string | undefined): URL => {
  if (text === undefined) {
    throw new UsageError(
      'Missing the URL of the collector. Example: scorelet conformance https://collect.example/collect',
    );
  }
  if (!/^https?:\/\//i.test(text)) {
    const meant = /^[\w.-]+(:\d+)?(\/|$)/.test(text) ? `http://${text}` : undefined;
    throw new UsageError(`Expected an http or https URL, received "${text}".${didYouMean(meant)}`);
  }
  if (!URL.canParse(text)) throw new UsageError(`Expected a valid URL, received "${text}".`);
  return new URL(text);
};

const parseOrigin = (text: string): string => {
  if (text !== 'null' && (!URL.canParse(text) || new URL(text).origin !== text)) {
    throw new UsageError(
      `Expected --origin to be an origin without a path, such as https://shop.example, received "${text}".`,
    );
  }
  return text;
};

const parseTimeout = (text: string): number => {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError(`Expected --timeout to be above 0 and at most 600 seconds, received "${text}".`);
  return seconds * 1000;
};

/**
 * Parses the command-line arguments after `node` and the script name.
 * @throws UsageError when the command line is invalid
 */
export const readArguments = (args: readonly string[]): Command => {
  const { given, words } = readTokens(args);
  const [name, url, ...rest] = words;
  if (given.has('version')) return { name: 'version' };
  if (given.has('help') || name === 'help' || args.length === 0) return { name: 'help' };
  if (name === undefined) throw new UsageError('Missing a command. Available command: conformance');
  if (name !== 'conformance') {
    const meant = /^https?:/i.test(name) ? `scorelet conformance ${name}` : nearest(name, ['conformance', 'help']);
    throw new UsageError(`Unknown command "${name}".${didYouMean(meant)}`);
  }
  if (rest.length > 0) throw new UsageError(`Expected one collector URL, received a second argument "${rest[0]}".`);
  const only = given.get('only');
  if (selectCases(only).length === 0) {
    const meant = nearest(
      only ?? '',
      selectCases().map(({ id }) => id),
    );
    throw new UsageError(`No case has the text "${only}" in its id, title or section.${didYouMean(meant)}`);
  }
  return {
    name,
    url: parseUrl(url),
    key: given.get('key'),
    origin: parseOrigin(given.get('origin') ?? DEFAULT_ORIGIN),
    only,
    timeoutMs: parseTimeout(given.get('timeout') ?? `${DEFAULT_TIMEOUT_MS / 1000}`),
    rateLimit: given.has('rate-limit'),
    history: given.has('history'),
    json: given.has('json'),
  };
};
