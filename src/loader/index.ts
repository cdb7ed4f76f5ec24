/** The script tag. Reads the page's configuration, creates the client and replays the commands that came before it. */
import { createScorelet } from '../client.ts';
import type { Scorelet } from '../options.ts';
import { fetchConfig, mergeConfig, parseJson, readAttributes } from './readConfig.ts';

type Command = [name: string, ...args: unknown[]];
/** `window.scorelet`: an array until the script has come, the client after; `push` works for ever. */
type Global = Scorelet & { push(...commands: Command[]): void };

const scope = globalThis as unknown as { scorelet?: Command[] | Global };

/** Runs one command; a wrong one is named and passed over. */
const run = (client: Scorelet, command: unknown) => {
  const [name, ...args] = Array.isArray(command) ? (command as Command) : [command];
  const method = Object.hasOwn(client, name as string) && client[name as keyof Scorelet];
  if (typeof method === 'function') (method as (...all: unknown[]) => unknown)(...args);
  else console.warn(`[scorelet] There is no command "${name}". Known: ${Object.keys(client).join(', ')}.`);
};

/** Calls back now, or when the whole document has been read. */
const whenParsed = (callback: () => void) =>
  document.readyState === 'loading'
    ? document.addEventListener('DOMContentLoaded', callback, { once: true })
    : callback();

const start = async (script: HTMLScriptElement | undefined) => {
  const attributes = readAttributes(script?.dataset ?? {});
  const address = script?.dataset.config;
  const tags = () => [...document.querySelectorAll('script[data-scorelet]')];
  // An async script may be there before the tag that configures it.
  if (!attributes.settings.collector && !address && tags().length === 0) {
    await new Promise<void>((resolve) => whenParsed(resolve));
  }
  const configs = tags().map((tag) => parseJson(tag.textContent ?? '', 'The script tag with data-scorelet'));
  if (address) configs.unshift(await fetchConfig(new URL(address, location.href).href));
  if (address && configs[0] === undefined) return;

  const before = scope.scorelet;
  const options = mergeConfig(configs, attributes);
  const client = createScorelet(script?.nonce ? { nonce: script.nonce, ...options } : options);
  const push: Global['push'] = (...commands) => {
    for (const command of commands) run(client, command);
  };
  scope.scorelet = { ...client, push };

  const seen = new WeakSet<Element>();
  const runTags = () => {
    for (const tag of document.querySelectorAll('script[data-scorelet-command]')) {
      if (seen.has(tag)) continue;
      seen.add(tag);
      const command = parseJson(tag.textContent ?? '', 'The script tag with data-scorelet-command');
      if (command !== undefined) run(client, command);
    }
  };
  if (Array.isArray(before)) push(...before);
  runTags();
  whenParsed(runTags);
};

const { currentScript } = document;
if (scope.scorelet && !Array.isArray(scope.scorelet)) {
  console.warn('[scorelet] The script is on this page twice; the second one does nothing.');
} else {
  // `<img name=currentScript>` clobbers it: anything but a script is nothing.
  void start(currentScript instanceof HTMLScriptElement ? currentScript : undefined);
}
