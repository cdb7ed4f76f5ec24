import type { Page } from 'playwright-core';

/** A host page that gets in the way of a prompt, and what must hold on it. */
export interface HostilePage {
  readonly name: string;
  /** Markup of the head, which runs before the script tag. */
  readonly head?: string;
  /** Markup of the body before the script tag. `SILENT` is the origin of a server that never answers. */
  readonly body?: string;
  /** The script tag, or what replaces it. @default an NPS survey that is shown after the page has loaded */
  readonly tag?: string;
  /** Files of `node_modules` that the page loads before anything else. */
  readonly libraries?: readonly string[];
  /** What happens before the prompt is expected. */
  before?(page: Page): Promise<void>;
  /** What happens after the score was clicked and before the comment is written. */
  during?(page: Page): Promise<void>;
  /** The page's own check: an expression with an empty string when all is well. It is evaluated after the survey is completed. */
  readonly check?: string;
  /** How often the page may remove the prompt: the look is compared only of a prompt that is not covered or moved. @default true */
  readonly hasPlainLook?: boolean;
}

/** Wraps a script. */
export const script = (code: string): string => `<script>${code}</script>`;
export const style = (css: string): string => `<style>${css}</style>`;
