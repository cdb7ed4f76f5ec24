/** The parts of a prompt beyond number scales with a comment. `widgets/more` implements them. Fetched when the definition needs them. */
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

/** How to draw a scale that has more than numbers. */
export interface ScaleDrawing {
  toPoint(score: number): Point;
  /** Shown between the labels of the two ends. */
  readonly middle: VNode | undefined;
}

/** What a survey with several steps adds to the card. */
export interface StepDrawing {
  /** Shown before the question. */
  readonly progress: VNode;
  readonly back: VNode | undefined;
  /** The label of the submit button. @default the locale's word for it */
  readonly next: string | undefined;
}

/** The props of every type of question. */
export interface QuestionProps {
  /** The title of the question. The brand in it is isolated from the surrounding text direction. */
  readonly title: string;
  readonly ui: Ui;
  /** The error message of the question, if its answer is invalid. */
  readonly issue: string | undefined;
}

export interface UnscoredProps extends QuestionProps {
  readonly question: AskedUnscored;
  readonly session: Session;
  /** True for the question at the top of the card, next to the close button. */
  readonly first: boolean;
}

/** A prompt that is being mounted. The extras decide when it opens and how it closes. */
export interface Prompt {
  readonly session: Session;
  readonly options: PresentOptions;
  readonly layer: HTMLElement;
  /** Announces changes to a screen reader. */
  readonly status: HTMLElement;
  /** Puts the focus on the first control. */
  focusFirst(): void;
  /** Shows the layer above the page and records the display. */
  open(takesFocus: boolean | undefined): void;
  /** Called by the close button and Escape. */
  close: PresentOptions['close'];
  /** Called when the prompt is removed. */
  readonly stops: (() => void)[];
}

export interface PromptExtras {
  /** Styles that follow the prompt's own styles. */
  readonly css: string;
  /** Draws a question that is neither a score nor a text. */
  drawQuestion(props: UnscoredProps): VNode;
  /** Returns how to draw a scale; `undefined` for plain numbers. */
  toScale(question: AskedScaleQuestion, ui: Ui, selected: number | undefined): ScaleDrawing | undefined;
  /** Returns what the current step adds to the card; `undefined` for a survey with one step. */
  toStep(session: Session): StepDrawing | undefined;
  /** Draws the link of the ending, if it has one. */
  drawLink(session: Session): VNode | undefined;
  /** Adds the behaviour of the presentation to a prompt and opens it. */
  present(prompt: Prompt): void;
}
