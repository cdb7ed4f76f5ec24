/** The host element: one shadow root that neither lets the page's styles in nor the prompt's keys out. */
import { adoptStyles } from '../src/browser/adoptStyles.ts';
import type { Locale } from '../src/schema/locale.ts';
import tokens from '../themes/ink.css';
import structure from './widgets.css';

export interface HostOptions {
  locale: Locale;
  presentation: 'popover' | 'inline';
  placement: string;
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  /** Where an inline prompt goes. */
  target: Element | undefined;
}

export interface Host {
  /** Where the card is drawn. */
  readonly layer: HTMLElement;
  readonly root: ShadowRoot;
  /** Says something to a screen reader, once. */
  announce(text: string): void;
  remove(): void;
}

const element = (name: string, attributes: Record<string, string>) => {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  return created;
};

/** Creates the host element and puts it on the page. */
export const createHost = ({ locale, presentation, placement, colorScheme = 'auto', target }: HostOptions): Host => {
  const host = element('scorelet-prompt', { 'data-color-scheme': colorScheme });
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, tokens + structure);
  const layer = element('section', {
    role: 'region',
    'aria-label': locale.ui.surveyLabel,
    lang: locale.tag,
    dir: locale.dir,
    class: `layer ${presentation} ${placement}`,
  });
  // Outside the layer that Preact draws into, there and empty before anything is said.
  const status = element('p', { role: 'status', class: 'unseen', lang: locale.tag });
  root.append(layer, status);
  // A host page's shortcuts would fire while somebody types: it sees the key with the host element as its target.
  for (const name of ['keydown', 'keyup', 'keypress']) root.addEventListener(name, (event) => event.stopPropagation());
  (target ?? document.body).append(host);
  if (presentation === 'popover' && layer.showPopover) {
    layer.popover = 'manual';
    layer.showPopover();
  }
  return {
    layer,
    root,
    announce(text) {
      // The node must have been there for a moment, or what is put into it is not read.
      setTimeout(() => {
        status.textContent = text;
      }, 150);
    },
    remove: () => host.remove(),
  };
};
