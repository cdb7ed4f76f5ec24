/** What a prompt can do beyond number scales with a comment. `widgets/more` implements it; it is fetched where the definition asks for it. */
import type { VNode } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import type { AskedScaleQuestion, AskedUnscored } from '../src/core/session/asked.ts';
import type { Session } from '../src/core/session/session.ts';
import type { Ending } from '../src/core/session/sessionState.ts';
import type { Locale } from '../src/schema/locale.ts';

export type Ui = Locale['ui'];

/** One point of a scale that does not show its number. */
export interface Point {
  /** The accessible name. @default the content */
  name: string | undefined;
  content: VNode | string | undefined;
}

export interface UnscoredProps {
  question: AskedUnscored;
  title: string;
  /** Whether it stands at the top of the card, beside the close button. */
  first: boolean;
  ui: Ui;
  text: string;
  chosen: readonly string[];
  issue: string | undefined;
  onWrite: (text: string) => void;
  /** `detail` is the click's: 0 for keys and assistive tools. */
  onChoose: (options: readonly string[], detail: number) => void;
}

export interface PromptExtras {
  /** Styles beside the prompt's own. */
  readonly css: string;
  /** Draws a question that has neither a score nor a comment. */
  drawQuestion(props: UnscoredProps): VNode;
  /** Returns how the points of a scale are drawn; `undefined` where they are numbers. */
  toPoints(question: AskedScaleQuestion, ui: Ui): ((score: number) => Point) | undefined;
  /** Draws the link of an ending, if its address is one. */
  drawLink(ending: Ending, onFollow: (url: string) => void): VNode | undefined;
  /**
   * Gives a layer the behaviour of its presentation. `focusFirst` puts the focus into the card, `open` puts the layer on top.
   */
  present(
    layer: HTMLElement,
    session: Session,
    options: PresentOptions,
    focusFirst: () => void,
    open: () => void,
  ): Presented;
}

export interface Presented {
  /** Whether the card is not to be seen until somebody wants it. */
  readonly waits: boolean;
  /** What its close button and Escape do. */
  readonly close: PresentOptions['close'];
  stop(): void;
}
