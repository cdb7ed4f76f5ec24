import type { Visit } from './visit.ts';

/** What a page asks, besides an NPS survey of Acme with the id `nps`. */
export interface HostileSurvey {
  readonly presentation?: 'modal' | 'inline';
  readonly target?: string;
  readonly privacyUrl?: string;
}

/** A host page that gets in the way of a prompt, and what must hold on it. */
export interface HostilePage {
  readonly name: string;
  /** Markup of the head, which runs before scorelet. */
  readonly head?: string;
  /** Markup of the body before scorelet. `SILENT` is the origin of a server that never answers. */
  readonly body?: string;
  /** @default a popover that is shown after the page has loaded */
  readonly survey?: HostileSurvey;
  /** What replaces the script tag of the survey. */
  readonly tag?: string;
  /** Files of `node_modules` that the page loads before anything else. */
  readonly libraries?: readonly string[];
  /** Markup of other pages of the site, by path. */
  readonly otherPages?: Readonly<Record<string, string>>;
  /** What happens before the prompt is expected. */
  before?(visit: Visit): Promise<void>;
  /** What happens after the score was clicked and before the comment is written. */
  during?(visit: Visit): Promise<void>;
  /** The page's own check: an expression with an empty string when all is well. It is evaluated after the survey is completed. */
  readonly check?: string;
  /** True when the prompt must look as on a plain page. False where the page covers, moves or changes it. @default true */
  readonly hasPlainLook?: boolean;
  /** True for the pages that matter most: they also run in Firefox and WebKitGTK, and with the npm build. @default false */
  readonly everywhere?: boolean;
}

/** Wraps a script. */
export const script = (code: string): string => `<script>${code}</script>`;
export const style = (css: string): string => `<style>${css}</style>`;
