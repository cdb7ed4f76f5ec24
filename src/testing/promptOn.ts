/** The prompt in a page that Playwright drives. Only the shape of its objects is named here: the kit does not depend on it. */
import { CLOSE, COMMENT, HOST, LATER, LAYER, NEVER, SCORES, SUBMIT, TAB } from './selectors.ts';

/** What is used of Playwright's `Locator`. */
export interface LocatorLike {
  locator(selector: string): LocatorLike;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  waitFor(options?: { timeout?: number }): Promise<void>;
  isVisible(): Promise<boolean>;
}

/** What is used of Playwright's `Page`, `Frame` or `FrameLocator`. */
export interface Locating<Locator extends LocatorLike = LocatorLike> {
  locator(selector: string): Locator;
}

export interface PagePrompt<Locator extends LocatorLike = LocatorLike> {
  /** The region or dialog of the prompt that is open: `expect(prompt.locator).toBeVisible()`, `prompt.locator.getByRole(…)`. */
  readonly locator: Locator;
  /** Waits until it is on the page. `timeout` in milliseconds. @default Playwright's own */
  waitFor(options?: { timeout?: number }): Promise<void>;
  /** Clicks a score. It counts at once. */
  answer(score: number): Promise<void>;
  /** Writes the comment, in place of what is there. It comes after a score, and counts when it is submitted. */
  comment(text: string): Promise<void>;
  /** Presses Submit, or Next where there are more steps. */
  submit(): Promise<void>;
  /** Presses "Ask me later". */
  later(): Promise<void>;
  /** Presses "Don’t ask again", which is there from the second ask on. */
  never(): Promise<void>;
  /** Presses the close button. */
  close(): Promise<void>;
  /** Unfolds a prompt that is a tab. */
  open(): Promise<void>;
  /** Says whether it can be seen now; waits for nothing. */
  isShown(): Promise<boolean>;
}

/** Finds the prompt on a page in any language. Nothing is looked for before it is asked; each action waits for its control as Playwright does. */
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
