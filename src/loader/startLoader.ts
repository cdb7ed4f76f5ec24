/** The script tag. Reads the page's configuration, creates the client, and runs the commands that came before it. */
import type { Hooks, Scorelet } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import type { Chunks } from '../client/chunks.ts';
import { createClient } from '../client/createClient.ts';
import { addHooks } from './hooks.ts';
import { isKnown } from './isKnown.ts';
import { fetchConfig, type Json, mergeConfig, parseJson } from './readConfig.ts';

type Command = readonly [name: string, ...args: unknown[]];
/** `window.scorelet`: an array until the client is there, the client afterwards. `push` works before and after. */
type Global = Scorelet & { push(...commands: unknown[]): void };

/** Calls back now, or when the whole document has been parsed. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', () => callback()) : callback();

const CONFIG_TAG = 'script[data-scorelet]';
const COMMAND_TAG = 'script[data-scorelet-command]';

/** Parses the JSON of every tag of a kind. */
const readTags = (selector: string) =>
  [...document.querySelectorAll(selector)].map((tag) => parseJson(tag.textContent, selector));

const toCommand = (command: unknown): Command => (Array.isArray(command) ? command : [command]) as unknown as Command;

/** Runs in the script's first task, while the document still knows which script that is. */
export const startLoader = (toChunks: (scriptUrl: string) => Chunks): void => {
  const { currentScript } = document;
  // `<img name=currentScript>` clobbers the property: only a script counts.
  const script = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
  const dataset = script?.dataset ?? {};
  const chunks = toChunks(script?.src || location.href);
  const scope = globalThis as unknown as { scorelet?: unknown[] | Global };
  scope.scorelet ??= [];
  const queue = scope.scorelet as unknown[];
  // The prompt is on its way while the client starts. A failure is reported when the client fetches it again.
  if (queue.some((command) => toCommand(command)[0] === 'show')) chunks.fetch('prompt').catch(() => {});

  const start = (fetched?: Json) => {
    const options = mergeConfig([fetched, ...readTags(CONFIG_TAG)], dataset);
    const hooks = (given?: Hooks) => addHooks(options, given);
    const early = queue.map(toCommand);
    // Hooks come before everything else, wherever they stand in the queue.
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
    // Once, when all of them are there.
    whenParsed(() => push(...readTags(COMMAND_TAG).filter(Boolean)));
  };

  // The first script takes the queue's `pop` away: of two async tags both run before either starts. A client has no `pop`.
  if (!queue.pop) warn('Loaded twice. The second script does nothing.');
  else if (dataset.config) void fetchConfig(dataset.config).then((fetched) => fetched && start(fetched));
  else if (dataset.collector || document.querySelector(CONFIG_TAG)) setTimeout(start);
  // An async script may run before the tag that configures it is parsed.
  else whenParsed(() => start());
  (queue as { pop: unknown }).pop = 0;
};
