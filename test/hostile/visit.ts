import { PROMPT_TIMEOUT_MS, pause, type Tab } from '../faults/engine.ts';

/** A rectangle of the viewport, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a respondent does on a page, in the same way in each engine: the pointer goes to where an element is drawn and meets what is on top.
 * `>>>` in a selector leads into the shadow root of the element before it.
 */
export interface Visit {
  /** Evaluates an expression in the page and returns its JSON value. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
  /** Waits until an element is drawn and no longer moves. Returns its box. */
  find(selector: string): Promise<Box>;
  /** Waits for an element and clicks its center. */
  click(selector: string): Promise<void>;
  /** Waits for an element, moves the pointer to its center and turns the wheel. */
  wheel(selector: string): Promise<void>;
  wheelAt(x: number, y: number): Promise<void>;
  /** Types on what has the focus. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  valueOf(selector: string): Promise<string>;
  /** Empties a field with the keyboard. */
  empty(selector: string): Promise<void>;
  hasPrompt(): Promise<boolean>;
  pause(ms: number): Promise<void>;
}

export const PROMPT = 'scorelet-prompt >>> ';
const WHEEL_PX = 300;

/** Returns the expression of an element. An element of the page may have the name `querySelector`, so the prototype has to find it. */
export const toElement = (selector: string): string => {
  const [first, ...inside] = selector.split(' >>> ').map((part) => JSON.stringify(part));
  const start = `Document.prototype.querySelector.call(document, ${first})`;
  return inside.reduce((scope, part) => `${scope}?.shadowRoot?.querySelector(${part})`, start);
};

/** Returns the box as a text: a page may have changed how arrays and objects become JSON. */
const toBox = (selector: string) => `(() => {
  const box = ${toElement(selector)}?.getBoundingClientRect();
  return box ? box.x + ' ' + box.y + ' ' + box.width + ' ' + box.height : '';
})()`;

export const startVisit = (tab: Tab): Visit => {
  const poll = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const end = Date.now() + PROMPT_TIMEOUT_MS;
    for (;;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end) throw new Error(`Waited ${PROMPT_TIMEOUT_MS / 1000} s for ${what}.`);
      await pause(50);
    }
  };
  const visit: Visit = {
    pause,
    evaluate: (expression) => tab.evaluate(expression),
    async until(expression) {
      await poll(expression, async () => ((await tab.evaluate(`!!(${expression})`)) ? true : undefined));
    },
    async find(selector) {
      let before = '';
      return poll(selector, async () => {
        const now = (await tab.evaluate(toBox(selector))) as string;
        const [x = 0, y = 0, width = 0, height = 0] = now.split(' ').map(Number);
        const isStill = now === before && width > 0 && height > 0;
        before = now;
        return isStill ? { x, y, width, height } : undefined;
      });
    },
    async click(selector) {
      const { x, y, width, height } = await visit.find(selector);
      await tab.clickAt(x + width / 2, y + height / 2);
    },
    async wheel(selector) {
      const { x, y, width, height } = await visit.find(selector);
      await visit.wheelAt(x + width / 2, y + height / 2);
    },
    wheelAt: (x, y) => tab.wheelAt(x, y, WHEEL_PX),
    async type(text) {
      for (const letter of text) await tab.press(letter === ' ' ? 'Space' : letter);
    },
    press: (key) => tab.press(key),
    valueOf: async (selector) => `${await tab.evaluate(`${toElement(selector)}.value`)}`,
    async empty(selector) {
      await visit.click(selector);
      await tab.evaluate(`${toElement(selector)}.select()`);
      await tab.press('Backspace');
    },
    hasPrompt: async () => Boolean(await tab.evaluate(`!!${toElement('scorelet-prompt')}`)),
  };
  return visit;
};
