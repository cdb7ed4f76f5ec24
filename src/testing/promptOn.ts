/**
 * Finds the prompt on a Playwright page. This file declares the Playwright types that it uses, because the test kit does not depend on
 * Playwright.
 */
import { CLOSE, COMMENT, HOST, LATER, LAYER, NEVER, SCORES, SUBMIT, TAB } from './selectors.ts';

/** The part of Playwright's `Locator` that `promptOn` uses. */
export interface LocatorLike {
  locator(selector: string): LocatorLike;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(options?: { timeout?: number }): Promise<void>;
  isVisible(): Promise<boolean>;
}

/** The part of Playwright's `Page`, `Frame` or `FrameLocator` that `promptOn` uses. */
export interface Locating<Locator extends LocatorLike = LocatorLike> {
  locator(selector: string): Locator;
}

export interface PagePrompt<Locator extends LocatorLike = LocatorLike> {
  /** Locates the region or dialog of the open prompt: `expect(prompt.locator).toBeVisible()`, `prompt.locator.getByRole(…)`. */
  readonly locator: Locator;
  /** Waits until the prompt is on the page. `timeout` is in milliseconds. @default Playwright's timeout */
  waitFor(options?: { timeout?: number }): Promise<void>;
  /** Clicks a score, which commits the score at once. */
  answer(score: number): Promise<void>;
  /** Replaces the text of the comment. The comment appears after a score and is sent with `submit()`. */
  comment(text: string): Promise<void>;
  /** Presses the submit button, or "Next" when the survey has more steps. */
  submit(): Promise<void>;
  /** Presses "Ask me later". */
  later(): Promise<void>;
  /** Presses "Don’t ask again", which the prompt offers from its second display on. */
  never(): Promise<void>;
  /** Presses the close button. */
  close(): Promise<void>;
  /** Opens a prompt with the presentation `tab`, which starts folded. */
  open(): Promise<void>;
  /** Resolves true when the prompt is visible now. Does not wait for the prompt. */
  isShown(): Promise<boolean>;
}

/**
 * Locates the prompt on a page, in any language. The prompt need not be there yet: each action waits for its control, as Playwright does.
 */
export const promptOn = <Locator extends LocatorLike>(page: Locating<Locator>): PagePrompt<Locator> => {
  const locator = page.locator(`${HOST} ${LAYER}:not([hidden])`);
  const press = (selector: string) => locator.locator(selector).click();
  return {
    locator,
    waitFor: (options) => locator.waitFor(options),
    answer: (score) => press(`${SCORES}[value="${Number(score)}"]`),
    comment: (text) => locator.locator(COMMENT).fill(text),
    submit: () => press(SUBMIT),
    later: () => press(LATER),
    never: () => press(NEVER),
    close: () => press(CLOSE),
    open: () => page.locator(`${HOST} ${TAB}`).click(),
    isShown: () => locator.isVisible(),
  };
};
