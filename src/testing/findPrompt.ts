/** The prompt in a document, for jsdom and Testing Library: where it is, and what a respondent does in it, by real DOM events. */
import { CLOSE, COMMENT, HOST, LATER, LAYER, NEVER, SCORES, SUBMIT, TAB } from './selectors.ts';

export interface FoundPrompt {
  /**
   * The region or dialog inside the shadow root: `within(prompt.element)` of Testing Library queries it. It stays the same element as long as the prompt is
   * open. (`within()` of the shadow root itself crashes where it should say what it did not find.)
   */
  readonly element: HTMLElement;
  /** Clicks a score, as a pointer does: it counts at once. */
  answer(score: number): void;
  /** Writes the comment, in place of what is there. It comes after a score, and counts when it is submitted. */
  comment(text: string): void;
  /** Presses Submit, or Next where there are more steps. */
  submit(): void;
  /** Presses "Ask me later". */
  later(): void;
  /** Presses "Don’t ask again", which is there from the second ask on. */
  never(): void;
  /** Presses the close button. */
  close(): void;
  /** Unfolds a prompt that is a tab. */
  open(): void;
}

/** Every prompt of a document that is drawn, those that are folded into a tab last. */
const findAll = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll(HOST)]
    .flatMap((host) => host.shadowRoot?.querySelector<HTMLElement>(LAYER) ?? [])
    .sort((one, other) => Number(one.hidden) - Number(other.hidden));

const find = <T extends HTMLElement>(element: ParentNode, selector: string, what: string): T => {
  const found = element.querySelector<T>(selector);
  if (!found) throw new Error(`The prompt has no ${what} now.`);
  return found;
};

/** A pointer's click has a count; without it the click would be one of an assistive tool, and count only after a while. */
const press = (element: HTMLElement) =>
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));

const toPrompt = (element: HTMLElement): FoundPrompt => ({
  element,
  answer(score) {
    const radios = [...element.querySelectorAll<HTMLInputElement>(SCORES)];
    const radio = radios.find(({ value }) => value === `${score}`);
    if (!radio) {
      const scores = radios.map(({ value }) => value).join(' ') || 'none';
      throw new Error(`The prompt has no score ${score} now; it has: ${scores}.`);
    }
    press(radio);
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

/** Returns the prompt that is on the page, `null` without one. Of several the one that is not folded into a tab. */
export const queryPrompt = (root: ParentNode = document): FoundPrompt | null => {
  const [element] = findAll(root);
  return element ? toPrompt(element) : null;
};

/** Returns the prompt that is on the page. Throws without one. It does not wait: prompts come in a task of their own. */
export const findPrompt = (root: ParentNode = document): FoundPrompt => {
  const prompt = queryPrompt(root);
  if (!prompt) throw new Error('There is no prompt on the page (yet: waitForPrompt waits for it).');
  return prompt;
};

export interface WaitForPromptOptions {
  /** Milliseconds. @default 5000 */
  timeout?: number | undefined;
  /** @default document */
  root?: (Node & ParentNode) | undefined;
}

/** Resolves the prompt as soon as it is on the page, at once when it is there. Rejects after the timeout. Listens, and does not poll. */
export const waitForPrompt = ({ timeout = 5000, root = document }: WaitForPromptOptions = {}): Promise<FoundPrompt> =>
  new Promise((resolve, reject) => {
    // What happens inside a shadow root is heard only there.
    const observer = new MutationObserver(() => look());
    const finish = () => {
      clearTimeout(timer);
      observer.disconnect();
    };
    const timer = setTimeout(() => {
      finish();
      reject(
        new Error(`No prompt within ${timeout} ms. Is it due, in a mode other than "off", and is its trigger said?`),
      );
    }, timeout);
    const look = () => {
      const prompt = queryPrompt(root);
      if (prompt) {
        finish();
        // `displayed` is said in a task of its own after it is drawn; whatever a respondent does comes later.
        setTimeout(() => resolve(prompt));
        return;
      }
      for (const host of root.querySelectorAll(HOST))
        if (host.shadowRoot) observer.observe(host.shadowRoot, { childList: true, subtree: true });
    };
    observer.observe(root, { childList: true, subtree: true });
    look();
  });
