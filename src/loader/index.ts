/** The script tag. Reads the page's configuration, creates the client and replays the commands that came before it. */
import { createScorelet } from '../client.ts';
import type { Scorelet } from '../options.ts';
import { fetchConfig, mergeConfig, parseJson, readAttributes } from './readConfig.ts';

type Command = [name: string, ...args: unknown[]];
/** `window.scorelet`: an array until the script has come, the client after; `push` works for ever. */
type Global = Scorelet & { push(...commands: Command[]): void };

const scope = globalThis as unknown as { scorelet?: Command[] | Global };

/** Calls back now, or when the whole document has been read. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', callback) : callback();

const findTags = (name: string) => [...document.querySelectorAll(`script[${name}]`)];

const start = (script: HTMLScriptElement | undefined, configs: unknown[]) => {
  const early = scope.scorelet;
  const attributes = readAttributes(script?.dataset ?? {});
  const tags = findTags('data-scorelet').map((tag) => parseJson(tag.textContent, 'script[data-scorelet]'));
  const options = mergeConfig([...configs, ...tags], attributes);
  const client = createScorelet(script?.nonce ? { nonce: script.nonce, ...options } : options);
  const push = (...commands: unknown[]) => {
    for (const command of commands) {
      const [name, ...args] = Array.isArray(command) ? command : [command];
      const known = Object.keys(client);
      if (known.includes(name)) (client[name as keyof Scorelet] as (...all: unknown[]) => unknown)(...args);
      else console.warn(`[scorelet] Unknown command "${name}". Known: ${known}.`);
    }
  };
  scope.scorelet = { ...client, push };
  if (Array.isArray(early)) push(...early);

  const seen = new Set<Element>();
  const runTags = () => {
    for (const tag of findTags('data-scorelet-command')) {
      const command = !seen.has(tag) && parseJson(tag.textContent, 'script[data-scorelet-command]');
      seen.add(tag);
      if (command) push(command);
    }
  };
  runTags();
  whenParsed(runTags);
};

const { currentScript } = document;
// `<img name=currentScript>` clobbers it: anything but a script is nothing.
const script = currentScript instanceof HTMLScriptElement ? currentScript : undefined;
const { collector, config } = script?.dataset ?? {};
if (scope.scorelet && !Array.isArray(scope.scorelet)) console.warn('[scorelet] The script is on this page twice.');
else if (config) {
  void fetchConfig(config).then((fetched) => {
    if (fetched) start(script, [fetched]);
  });
} else if (collector || findTags('data-scorelet').length > 0) start(script, []);
// An async script may be there before the tag that configures it.
else whenParsed(() => start(script, []));
