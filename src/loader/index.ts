/** The script tag. Reads the page's configuration, creates the client and replays the commands that came before it. */
import { warn } from '../browser/warn.ts';
import { createScorelet } from '../client/createScorelet.ts';
import type { Scorelet } from '../api/options.ts';
import { fetchConfig, mergeConfig, parseJson } from './readConfig.ts';

type Command = [name: string, ...args: unknown[]];
/** `window.scorelet`: an array until the script has come, the client after; `push` works for ever. */
type Global = Scorelet & { push(...commands: Command[]): void };

const scope = globalThis as unknown as { scorelet?: Command[] | Global };

/** Calls back now, or when the whole document has been read. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', callback) : callback();

/** Returns what the tags of a kind say. */
const readTags = (name: string) =>
  [...document.querySelectorAll(`script[${name}]`)].map((tag) => parseJson(tag.textContent, `script[${name}]`));

const { currentScript } = document;
// `<img name=currentScript>` clobbers it: anything but a script is nothing.
const script = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
const dataset = script?.dataset ?? {};

const start = (configs: Parameters<typeof mergeConfig>[0]) => {
  const options = mergeConfig(configs, dataset);
  const client = createScorelet(options);
  const known = Object.keys(client);
  const push = (...commands: unknown[]) => {
    for (const command of commands) {
      const [name, ...args] = Array.isArray(command) ? command : [command];
      if (known.includes(name)) (client[name as keyof Scorelet] as (...all: unknown[]) => unknown)(...args);
      else warn(`Command ${name}? ${known}`);
    }
  };
  scope.scorelet = { ...client, push };
  push(...queue);
  // Once, when all of them are there.
  whenParsed(() => push(...readTags('data-scorelet-command').filter(Boolean)));
};

// The first takes the queue's `pop` away: of two async tags both have run before either has started. A client has none.
scope.scorelet ??= [];
const queue = scope.scorelet as Command[];
if (!queue.pop) warn('Loaded twice');
else if (dataset.config) {
  void fetchConfig(dataset.config).then((fetched) => {
    if (fetched) start([fetched, ...readTags('data-scorelet')]);
  });
} else {
  const early = readTags('data-scorelet');
  if (dataset.collector || early.length > 0) setTimeout(start, 0, early);
  // An async script may be there before the tag that configures it.
  else whenParsed(() => start(readTags('data-scorelet')));
}
(queue as { pop: unknown }).pop = 0;
