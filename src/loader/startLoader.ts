/** The script tag. Reads the page's configuration, creates the client, and runs the commands that came before it. */
import type { Hooks, Scorelet } from '../api/options.ts';
import { warn } from '../browser/warn.ts';
import type { Chunks } from '../client/chunks.ts';
import { createClient } from '../client/createClient.ts';
import { addHooks } from './hooks.ts';
import { fetchConfig, mergeConfig, parseJson } from './readConfig.ts';

type Command = readonly [name: string, ...args: unknown[]];
/** `window.scorelet`: an array until the client is there, the client afterwards. `push` works before and after. */
type Global = Scorelet & { push(...commands: unknown[]): void };

/** Calls back now, or when the whole document has been parsed. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', callback) : callback();

/** Parses the JSON of every tag of a kind. */
const readTags = (name: string) =>
  [...document.querySelectorAll(`script[${name}]`)].map((tag) => parseJson(tag.textContent, `script[${name}]`));

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

  const start = (configs: Parameters<typeof mergeConfig>[0]) => {
    const options = mergeConfig(configs, dataset);
    const hooks = (given?: Hooks) => addHooks(options, given);
    const isHooks = (command: unknown) => toCommand(command)[0] === 'hooks';
    // Hooks come before everything else, wherever they stand in the queue.
    for (const command of queue.filter(isHooks)) hooks(toCommand(command)[1] as Hooks | undefined);
    const client = createClient(options, chunks);
    const commands = { ...client, hooks } as { readonly [name: string]: (...args: readonly unknown[]) => unknown };
    const names = Object.keys(commands);
    const push = (...given: unknown[]) => {
      for (const each of given) {
        const [name, ...args] = toCommand(each);
        if (names.includes(name)) commands[name]?.(...args);
        else warn(`Unknown command "${name}". Known commands: ${names.join(', ')}.`);
      }
    };
    scope.scorelet = { ...client, push };
    push(...queue.filter((command) => !isHooks(command)));
    // Once, when all of them are there.
    whenParsed(() => push(...readTags('data-scorelet-command').filter(Boolean)));
  };

  // The first script takes the queue's `pop` away: of two async tags both run before either starts. A client has no `pop`.
  if (!queue.pop) warn('The script is on the page twice. The second one does nothing.');
  else if (dataset.config) {
    void fetchConfig(dataset.config).then((fetched) => {
      if (fetched) start([fetched, ...readTags('data-scorelet')]);
    });
  } else {
    const early = readTags('data-scorelet');
    if (dataset.collector || early.length > 0) setTimeout(start, 0, early);
    // An async script may run before the tag that configures it is parsed.
    else whenParsed(() => start(readTags('data-scorelet')));
  }
  (queue as { pop: unknown }).pop = 0;
};
