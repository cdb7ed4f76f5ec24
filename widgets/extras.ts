/**
 * The interface of the optional prompt features: everything other than a number scale with a comment. `widgets/more` implements them. They
 * are fetched when the survey definition needs them.
 */
import type { VNode } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import type { AskedScaleQuestion, AskedUnscored } from '../src/core/session/asked.ts';
import type { Session } from '../src/core/session/session.ts';
import type { Locale } from '../src/schema/locale.ts';

export type Ui = Locale['ui'];

/** One point of a scale. */
export interface Point {
  /**
   * The accessible name of the point.
   * @default the content
   */
  readonly name: string | undefined;
  readonly content: VNode | string | number | undefined;
  /**
   * The part name of the point, for CSS.
   * @default 'option'
   */
  readonly className?: string | undefined;
}

/** How to draw a scale that does not consist of numbers only. */
export interface ScaleDrawing {
  toPoint(score: number): Point;
  /** The label of the selected point. It replaces the labels of the two ends of the scale. */
  readonly chosen: VNode | undefined;
}

/** The elements that a survey with several steps adds to the card. */
export interface StepDrawing {
  /** The element before the question. */
  readonly progress: VNode;
  readonly back: VNode | undefined;
  /**
   * The label of the submit button.
   * @default the locale's label
   */
  readonly next: string | undefined;
}

/** The props that the components of all question types receive. */
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
  /** True for the first question of the card, which is next to the close button. */
  readonly first: boolean;
}

/** A prompt that is being mounted. The optional features decide when it opens and how it closes. */
export interface Prompt {
  readonly session: Session;
  readonly options: PresentOptions;
  readonly layer: HTMLElement;
  /** Announces a change to screen readers. */
  readonly status: HTMLElement;
  /** Moves the focus to the first control of the prompt. */
  focusFirst(): void;
  /** Shows the layer of the prompt above the page and records the display. */
  open(takesFocus: boolean | undefined): void;
  /** Called when the respondent presses the close button or Escape. */
  close: PresentOptions['close'];
  /** Called when the prompt is removed from the page. */
  readonly stops: (() => void)[];
}

export interface PromptExtras {
  /** CSS that is added after the prompt's own styles. */
  readonly css: string;
  /** Draws a question that is neither a score nor a comment. */
  drawQuestion(props: UnscoredProps): VNode;
  /** Returns how to draw a scale; `undefined` for a scale of plain numbers. */
  toScale(question: AskedScaleQuestion, ui: Ui, selected: number | undefined): ScaleDrawing | undefined;
  /** Returns the elements that the current step adds to the card; `undefined` for a survey with one step. */
  toStep(session: Session): StepDrawing | undefined;
  /** Draws the link of the survey's ending, if the ending has one. */
  drawLink(session: Session): VNode | undefined;
  /** Adds the behaviour of the survey's presentation to a prompt, and opens the prompt. */
  present(prompt: Prompt): void;
}
