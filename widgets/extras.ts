/** What a prompt can do beyond number scales with a comment. `widgets/more` implements it; it is fetched where the definition needs it. */
import type { VNode } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import type { AskedScaleQuestion, AskedUnscored } from '../src/core/session/asked.ts';
import type { Session } from '../src/core/session/session.ts';
import type { Locale } from '../src/schema/locale.ts';

export type Ui = Locale['ui'];

/** One point of a scale. */
export interface Point {
  /** The accessible name. @default the content */
  readonly name: string | undefined;
  readonly content: VNode | string | number | undefined;
  /** @default 'option' */
  readonly className?: string | undefined;
}

/** How a scale is drawn that is more than numbers. */
export interface ScaleDrawing {
  toPoint(score: number): Point;
  /** Stands between the names of the ends. */
  readonly middle: VNode | undefined;
}

/** What a step of several adds to the card. */
export interface StepDrawing {
  /** Stands before the question. */
  readonly progress: VNode;
  readonly back: VNode | undefined;
  /** The label of the submit button. @default the locale's word for it */
  readonly next: string | undefined;
}

/** What every kind of question is drawn from. */
export interface QuestionProps {
  /** The question with the brand isolated from the direction of its surroundings. */
  readonly title: string;
  readonly ui: Ui;
  /** The sentence beside the question when something is wrong with its answer. */
  readonly issue: string | undefined;
}

export interface UnscoredProps extends QuestionProps {
  readonly question: AskedUnscored;
  readonly session: Session;
  /** Whether it stands at the top of the card, beside the close button. */
  readonly first: boolean;
}

/** A prompt on its way to the page. The extras decide when it opens and how it closes. */
export interface Prompt {
  readonly session: Session;
  readonly options: PresentOptions;
  readonly layer: HTMLElement;
  /** Announces changes to a screen reader. */
  readonly status: HTMLElement;
  /** Puts the focus on the first control. */
  focusFirst(): void;
  /** Puts the layer on top of the page and records the display. */
  open(takesFocus: boolean | undefined): void;
  /** Runs for the close button and Escape. */
  close: PresentOptions['close'];
  /** Runs when the prompt is removed. */
  readonly stops: (() => void)[];
}

export interface PromptExtras {
  /** Styles after the prompt's own. */
  readonly css: string;
  /** Draws a question that has neither a score nor a comment. */
  drawQuestion(props: UnscoredProps): VNode;
  /** Returns how a scale is drawn; `undefined` where it is numbers without names. */
  toScale(question: AskedScaleQuestion, ui: Ui, selected: number | undefined): ScaleDrawing | undefined;
  /** Returns what the current step adds to the card; `undefined` in a survey of one step. */
  toStep(session: Session): StepDrawing | undefined;
  /** Draws the link of the ending, if there is one. */
  drawLink(session: Session): VNode | undefined;
  /** Gives a prompt the behaviour of its presentation, and opens it in time. */
  present(prompt: Prompt): void;
}
