/** Finds the prompt in a document, for jsdom and Testing Library, and acts as the respondent with DOM events. */
import { CLOSE, COMMENT, HOST, LATER, LAYER, NEVER, SCORES, SUBMIT, TAB } from './selectors.ts';

export interface FoundPrompt {
  /**
   * The region or dialog inside the shadow root, for Testing Library's `within(prompt.element)`. The element stays the same while the
   * prompt is open. Do not pass the shadow root to `within()`: it crashes when a query finds nothing.
   */
  readonly element: HTMLElement;
  /** Clicks a score like a pointer does, which commits the score at once. Resolves when the prompt has been redrawn after the next frame. */
  answer(score: number): Promise<void>;
  /** Replaces the text of the comment, which appears after `answer()`. The comment is sent with `submit()`. */
  comment(text: string): void;
  /** Presses the submit button, or "Next" when the survey has more steps. */
  submit(): void;
  /** Presses "Ask me later". */
  later(): void;
  /** Presses "Don’t ask again", which the prompt offers from its second display on. */
  never(): void;
  /** Presses the close button. */
  close(): void;
  /** Opens a prompt with the presentation `tab`, which starts folded. */
  open(): void;
}

/** Returns all prompts in a document. Prompts that are folded into a tab come last. */
const findAll = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll(HOST)]
    .flatMap((host) => host.shadowRoot?.querySelector<HTMLElement>(LAYER) ?? [])
    .sort((one, other) => Number(one.hidden) - Number(other.hidden));

const find = <T extends HTMLElement>(element: ParentNode, selector: string, what: string): T => {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`The prompt currently has no ${what}.`);
  return found;
};

/**
 * Clicks with `detail: 1`, like a pointer. With `detail: 0` the prompt treats the click as keyboard or assistive input and commits later.
 */
const press = (element: HTMLElement) =>
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));

const toPrompt = (element: HTMLElement): FoundPrompt => ({
  element,
  async answer(score) {
    const radios = [...element.querySelectorAll<HTMLInputElement>(SCORES)];
    const radio = radios.find(({ value }) => value === `${score}`);
    if (!radio) {
      const scores = radios.map(({ value }) => value).join(' ') || 'none';
      throw new Error(`The prompt has no score ${score}. Available scores: ${scores}.`);
    }
    press(radio);
    // The prompt redraws itself in a task after the next frame. It requested that frame first, so this wait ends after the redrawing.
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  },
  comment(text) {
    const field = find<HTMLTextAreaElement>(element, COMMENT, 'comment');
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
  },
  submit: () => void press(find(element, SUBMIT, 'submit button')),
  later: () => void press(find(element, LATER, '"Ask me later"')),
  never: () => void press(find(element, NEVER, '"Don’t ask again"')),
  close: () => void press(find(element, CLOSE, 'close button')),
  open: () => void press(find(element.getRootNode() as ShadowRoot, TAB, 'tab')),
});

/** Returns the prompt on the page, or `null`. Prefers an open prompt to one that is folded into a tab. */
export const queryPrompt = (root: ParentNode = document): FoundPrompt | null => {
  const [element] = findAll(root);
  return element ? toPrompt(element) : null;
};

/** Returns the prompt on the page. Throws when there is none. Does not wait; use `waitForPrompt` for a prompt that appears later. */
export const findPrompt = (root: ParentNode = document): FoundPrompt => {
  const prompt = queryPrompt(root);
  if (!prompt) throw new Error('There is no prompt on the page. If it appears later, use waitForPrompt().');
  return prompt;
};

export interface WaitForPromptOptions {
  /** Milliseconds to wait for the prompt. @default 5000 */
  timeout?: number | undefined;
  /**
   * The document or element in which to look for the prompt.
   * @default document
   */
  root?: (Node & ParentNode) | undefined;
}

/** Resolves the prompt as soon as it is on the page. Rejects after the timeout. Uses a `MutationObserver` instead of polling. */
export const waitForPrompt = ({ timeout = 5000, root = document }: WaitForPromptOptions = {}): Promise<FoundPrompt> =>
  new Promise((resolve, reject) => {
    // An observer of the document does not see changes inside a shadow root, so `look` observes each shadow root too.
    const observer = new MutationObserver(() => look());
    const finish = () => {
      clearTimeout(timer);
      observer.disconnect();
    };
    const timer = setTimeout(() => {
      finish();
      reject(
        new Error(
          `No prompt appeared within ${timeout} ms. Check that the survey is due, that its trigger fires, and that the mode is not "off".`,
        ),
      );
    }, timeout);
    const look = () => {
      const prompt = queryPrompt(root);
      if (prompt) {
        finish();
        // The client emits `displayed` in a later task. The promise resolves in a task, so that `displayed` comes before the respondent's
        // actions.
        setTimeout(() => resolve(prompt));
        return;
      }
      for (const host of root.querySelectorAll(HOST))
        if (host.shadowRoot) observer.observe(host.shadowRoot, { childList: true, subtree: true });
    };
    observer.observe(root, { childList: true, subtree: true });
    look();
  });
