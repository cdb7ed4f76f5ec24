/** What the prompt can do beyond a number scale with a comment: `widgets/more` does it, where a survey wants it. */
import type { VNode } from 'preact';
import type { Ending, Session } from '../src/core/session/session.ts';
import type { AskedScaleQuestion, AskedUnscored } from '../src/core/session/wording.ts';
import type { PresentOptions } from '../src/api/present.ts';
import type { Locale } from '../src/schema/locale.ts';

export type Ui = Locale['ui'];

/** One point of a scale that shows no number. */
export interface Face {
  /** What a screen reader says. */
  name: string;
  content: VNode;
}

export interface UnscoredProps {
  question: AskedUnscored;
  title: string;
  /** Whether it stands at the top of the card, beside the close button. */
  first?: boolean;
  ui: Ui;
  text: string;
  chosen: readonly string[];
  issue: string | undefined;
  onWrite: (text: string) => void;
  /** `detail` is the click's: 0 for keys and assistive tools. */
  onChoose: (options: readonly string[], detail: number) => void;
}

export interface Extras {
  /** Styles beside the prompt's own. */
  readonly css: string;
  /** Draws a question that has neither a score nor a comment. */
  drawQuestion(props: UnscoredProps): VNode;
  /** What the points of a scale show in the place of numbers; `undefined` where they are numbers. */
  toFaces(question: AskedScaleQuestion, ui: Ui): ((score: number) => Face) | undefined;
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
