/**
 * The host element of the prompt. Its shadow root keeps the styles of the page out of the prompt, and the events of the prompt away from the
 * page.
 */

import type { PresentOptions } from '../src/api/present.ts';
import { adoptStyles } from '../src/browser/adoptStyles.ts';
import { page } from '../src/browser/page.ts';
import { randomId } from '../src/browser/randomId.ts';
import { ink } from '../themes/ink.ts';
import { toRules } from '../themes/palette.ts';
import structure from './widgets.css';

/** Events without a property such as `onclick`. */
const OTHER_EVENTS = ['focusin', 'focusout'];

/**
 * Creates the host element of a prompt. `styles` is added after the prompt's own styles.
 */
export const createHost = ({ colorScheme = 'auto', presentation }: PresentOptions, styles: string): ShadowRoot => {
  const host = page.createElement('scorelet-prompt');
  host.dataset.colorScheme = colorScheme;
  host.dataset.presentation = presentation;
  const root = host.attachShadow({ mode: 'open' });
  // The page could set or register a private custom property by its name, so each prompt has its own names.
  adoptStyles(root, (toRules(ink) + structure + styles).replaceAll('--_', `--${randomId()}-`));
  // An event of the prompt means nothing to the page: to its shortcuts, forms with unsaved changes, smooth scrolling, menus that close on a
  // click outside, or focus traps. The page would see it with the host element as its target.
  const stop = (event: Event) => event.stopPropagation();
  for (const name in host) if (name.startsWith('on')) root.addEventListener(name.slice(2), stop, { passive: true });
  for (const name of OTHER_EVENTS) root.addEventListener(name, stop);
  // A shortcut of the page that listens in the capture phase sees the host element, and leaves editable elements alone.
  Object.defineProperty(host, 'isContentEditable', { get: () => !!root.activeElement });
  return root;
};
