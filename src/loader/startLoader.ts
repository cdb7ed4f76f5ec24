/**
 * The code of the script tag. It reads the configuration of the page, creates the client, and runs the commands that the page queued
 * before.
 */
import type { Hooks, Scorelet } from '../api/options.ts';
import { page } from '../browser/page.ts';
import { warn } from '../browser/warn.ts';
import type { Chunks } from '../client/chunks.ts';
import { createClient } from '../client/createClient.ts';
import type { TagHelp } from './cdnChunks.ts';
import { findAddress, findScript } from './findScript.ts';
import { type Json, parseJson } from './parseJson.ts';
import { mergeConfig } from './readConfig.ts';

type Command = readonly [name: string, ...args: unknown[]];
/** The value of `window.scorelet`: an array before the client exists, then the client. The method `push` works on both. */
type Global = Scorelet & { push(...commands: unknown[]): void };

/** The methods of the client by name. */
interface Commands {
  readonly [name: string]: (...args: readonly unknown[]) => unknown;
}

/** Calls back when the whole document has been parsed, or at once if that has already happened. */
const whenParsed = (callback: () => void) =>
  page.readyState === 'loading' ? addEventListener('DOMContentLoaded', callback) : callback();

const CONFIG_TAG = 'script[data-scorelet]';
const COMMAND_TAG = 'script[data-scorelet-command]';

/** Parses the JSON of all config tags of one kind. */
const readTags = (selector: string) =>
  [...page.querySelectorAll(selector)].map((tag) => parseJson(tag.textContent, selector));

const toCommand = (command: unknown): Command => (Array.isArray(command) ? command : [command]) as unknown as Command;

/** Starts the script. Runs in the first task of the script, while `document.currentScript` is set. */
export const startLoader = (toChunks: (scriptUrl: string) => Chunks): undefined => {
  const scope = globalThis as unknown as { scorelet?: unknown[] | Global };
  // An element with this id, or an object of the page, is no queue.
  if (!scope.scorelet?.push?.call) scope.scorelet = [];
  const queue = scope.scorelet as unknown[];
  // The first scorelet script replaces the queue's `pop`, because two async script tags may both run before either starts a client. A
  // client has no `pop`.
  if (!queue.pop) return warn('Loaded twice.');
  (queue as { pop: unknown }).pop = 0;

  const dataset: DOMStringMap = { ...findScript()?.dataset };
  const chunks = toChunks(findAddress());
  // Starts to fetch the prompt while the client starts. A failure is reported when the client fetches the prompt again.
  if (queue.some((command) => toCommand(command)[0] === 'show')) chunks.fetch('prompt').catch(() => {});

  /** Calls a function that few script tags need. */
  const help = <T>(use: (help: TagHelp) => T | Promise<T>) =>
    (chunks.fetch('rare') as Promise<unknown> as Promise<TagHelp>).then(use).catch(warn);

  const start = (fetched?: Json) => {
    const { options, unknown } = mergeConfig([fetched, ...readTags(CONFIG_TAG)], dataset);
    if (unknown[0]) void help(({ reportAttributes }) => reportAttributes(unknown));
    const takeHooks = (given?: Hooks) => {
      for (const [name, hook] of Object.entries(given ?? {})) (options as unknown as Json)[name] = hook;
    };
    const hooks = (given?: Hooks) => {
      takeHooks(given);
      void help(({ reportHooks }) => reportHooks(given));
    };
    // The client needs the hooks when it is created, wherever they are in the queue.
    for (const [name, given] of queue.map(toCommand)) if (name === 'hooks') takeHooks(given as Hooks);
    const client = createClient(options, chunks);
    const push = (...given: unknown[]) => {
      for (const each of given) {
        const [name, ...args] = toCommand(each);
        if (Object.hasOwn(api, name)) api[name]?.(...args);
        else void help(({ reportCommand }) => reportCommand(name, api));
      }
    };
    const api = { ...client, hooks, push } as Global & Commands;
    scope.scorelet = api;
    push(...queue);
    // Runs once, when the whole document has been parsed.
    whenParsed(() => push(...readTags(COMMAND_TAG).filter(Boolean)));
  };

  const { config, collector } = dataset;
  if (config) {
    void help(async ({ fetchConfig }) => {
      const fetched = await fetchConfig(config);
      if (fetched) start(fetched);
    });
  } else if (collector || page.querySelector(CONFIG_TAG)) setTimeout(start);
  // An async script may run before its JSON config tag has been parsed.
  else whenParsed(() => start());
};
