/** The host element: one shadow root that neither lets the page's styles in nor the prompt's keys out. */

import type { PresentOptions } from '../src/api/present.ts';
import { adoptStyles } from '../src/browser/adoptStyles.ts';
import tokens from '../themes/ink.css';
import structure from './widgets.css';

/** Creates the host element; `styles` come after the prompt's own. */
export const createHost = ({ colorScheme = 'auto' }: PresentOptions, styles: string): ShadowRoot => {
  const host = document.createElement('scorelet-prompt');
  host.dataset.colorScheme = colorScheme;
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, tokens + structure + styles);
  // A host page's shortcuts would fire while somebody types: it sees the key with the host element as its target.
  for (const name of ['keydown', 'keyup', 'keypress']) root.addEventListener(name, (event) => event.stopPropagation());
  return root;
};
