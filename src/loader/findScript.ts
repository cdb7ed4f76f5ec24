import { page } from '../browser/page.ts';

/** Returns the script tag. In a module, there is no `currentScript`. */
export const findScript = (): HTMLScriptElement | null =>
  (page.currentScript ?? page.querySelector('script[data-collector]')) as HTMLScriptElement | null;

/** Returns the address of this file. When a module has imported it, the address is in a stack trace, before the line and the column. */
export const findAddress = (script: HTMLScriptElement | null): string =>
  script?.src || `${new Error().stack?.match(/https?:[^\s)]+?(?=:\d+:\d+)/)}`;
