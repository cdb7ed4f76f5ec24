/**
 * The code of the script tag. It reads the configuration of the page, creates the client, and runs the commands that the page queued
 * before.
 */
import type { Hooks, Scorelet } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import type { Chunks } from '../client/chunks.ts';
import { createClient } from '../client/createClient.ts';
import { addHooks } from './hooks.ts';
import { isKnown } from './isKnown.ts';
import { fetchConfig, type Json, mergeConfig, parseJson } from './readConfig.ts';

type Command = readonly [name: string, ...args: unknown[]];
/** The value of `window.scorelet`: an array before the client exists, then the client. The method `push` works on both. */
type Global = Scorelet & { push(...commands: unknown[]): void };

/** Calls back when the whole document has been parsed, or at once if that has already happened. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', callback) : callback();

const CONFIG_TAG = 'script[data-scorelet]';
const COMMAND_TAG = 'script[data-scorelet-command]';

/** Parses the JSON of all config tags of one kind. */
const readTags = (selector: string) =>
  [...document.querySelectorAll(selector)].map((tag) => parseJson(tag.textContent, selector));

const toCommand = (command: unknown): Command => (Array.isArray(command) ? command : [command]) as unknown as Command;

/** Starts the script. Runs in the first task of the script, while `document.currentScript` is set. */
export const startLoader = (toChunks: (scriptUrl: string) => Chunks): void => {
  const { currentScript } = document;
  // An element such as `<img name=currentScript>` replaces `document.currentScript`, so only a script element is accepted.
  const script = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
  const dataset = script?.dataset ?? {};
  const chunks = toChunks(script?.src || location.href);
  const scope = globalThis as unknown as { scorelet?: unknown[] | Global };
  scope.scorelet ??= [];
  const queue = scope.scorelet as unknown[];
  // Starts to fetch the prompt while the client starts. A failure is reported when the client fetches the prompt again.
  if (queue.some((command) => toCommand(command)[0] === 'show')) chunks.fetch('prompt').catch(() => {});

  const start = (fetched?: Json) => {
    const options = mergeConfig([fetched, ...readTags(CONFIG_TAG)], dataset);
    const hooks = (given?: Hooks) => addHooks(options, given);
    const early = queue.map(toCommand);
    // `hooks` commands are applied first, wherever they are in the queue.
    for (const [name, given] of early) if (name === 'hooks') hooks(given as Hooks);
    const client = createClient(options, chunks);
    const commands = { ...client, hooks } as { readonly [name: string]: (...args: readonly unknown[]) => unknown };
    const push = (...given: unknown[]) => {
      for (const each of given) {
        const [name, ...args] = toCommand(each);
        if (isKnown('command', name, Object.keys(commands))) commands[name]?.(...args);
      }
    };
    scope.scorelet = { ...client, push };
    push(...early.filter(([name]) => name !== 'hooks'));
    // Runs once, when the whole document has been parsed.
    whenParsed(() => push(...readTags(COMMAND_TAG).filter(Boolean)));
  };

  // The first scorelet script replaces the queue's `pop`, because two async script tags may both run before either starts a client. A
  // client has no `pop`.
  if (!queue.pop) warn('Loaded twice. Ignoring this script.');
  else if (dataset.config) void fetchConfig(dataset.config).then((fetched) => fetched && start(fetched));
  else if (dataset.collector || document.querySelector(CONFIG_TAG)) setTimeout(start);
  // An async script may run before its JSON config tag has been parsed.
  else whenParsed(() => start());
  (queue as { pop: unknown }).pop = 0;
};
