/**
 * The host element of the prompt. Its shadow root keeps the styles of the page out of the prompt, and the key events of the prompt away
 * from the page.
 */

import type { PresentOptions } from '../src/api/present.ts';
import { adoptStyles } from '../src/browser/adoptStyles.ts';
import { ink } from '../themes/ink.ts';
import { toRules } from '../themes/palette.ts';
import structure from './widgets.css';

/** Creates the host element of a prompt. `styles` is added after the prompt's own styles. */
export const createHost = ({ colorScheme = 'auto' }: PresentOptions, styles: string): ShadowRoot => {
  const host = document.createElement('scorelet-prompt');
  host.dataset.colorScheme = colorScheme;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, toRules(ink) + structure + styles);
  // Typing in the prompt must not trigger shortcuts of the host page, which would see the keys with the host element as their target.
  for (const name of ['keydown', 'keyup', 'keypress']) root.addEventListener(name, (event) => event.stopPropagation());
  return root;
};
