import { page } from '../browser/page.ts';

/** Returns the script tag. In a module, there is no `currentScript`: the first tag with a collector has the attributes. */
export const findScript = (): HTMLScriptElement | null =>
  (page.currentScript ?? page.querySelector('script[data-collector]')) as HTMLScriptElement | null;

/**
 * Returns the address of this file. In a module, it is in a stack trace, before the line and the column. Never takes it from another tag,
 * because injected markup could then choose where the chunks come from.
 */
export const findAddress = (): string =>
  (page.currentScript as HTMLScriptElement | null)?.src || `${new Error().stack?.match(/https?:[^\s)]+?(?=:\d+:\d+)/)}`;
