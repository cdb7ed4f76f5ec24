/** Runs before anything else in the page: notices scripts of payloads, uncaught errors, and changes of what all code shares. */

export interface Trap {
  /** What must not have happened. */
  readonly sprung: string[];
  /** Notes what the page has now, and compares it later. */
  rest(): void;
  /** Returns what is wrong by now. */
  check(): string[];
}

const sprung: string[] = [];

for (const name of ['xss', 'alert', 'confirm', 'prompt', 'print', 'open']) {
  Object.defineProperty(window, name, { value: (...given: unknown[]) => void sprung.push(`${name}(${given})`) });
}
addEventListener('error', (event) => sprung.push(`uncaught: ${event.message}`));
addEventListener('unhandledrejection', ({ reason }) => sprung.push(`unhandled: ${reason}`));

/** What payloads may try to change: prototypes, the names on the window, the elements of the page. */
const survey = (): string[] => [
  ...[Object, Array, String, Function].map((kind) => `${Object.getOwnPropertyNames(kind.prototype)}`),
  Object.getOwnPropertyNames(window).sort().join(),
  [...document.querySelectorAll(':not(scorelet-prompt)')].map(({ localName }) => localName).join(),
  document.title,
];

let resting: string[] = [];

export const trap: Trap = {
  sprung,
  rest() {
    resting = survey();
  },
  check: () => [
    ...sprung,
    ...survey().flatMap((now, index) => (now === resting[index] ? [] : [`the page changed: ${now.slice(-200)}`])),
  ],
};
