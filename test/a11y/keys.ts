import { expect } from 'vitest';
import type { Survey } from '../../src/schema/index.ts';
import { type Engine, type EngineName, pause, type Tab } from '../faults/engine.ts';
import { launchEngine } from '../faults/launch.ts';
import { type PromptSite, startPromptSite } from './site.ts';

/** Presses keys in one page and reads the state of its prompt. */
export interface Keyboard {
  /** Presses keys one after the other. */
  press(...keys: string[]): Promise<void>;
  /** Presses a key several times. Returns what had the focus after each press. */
  walk(key: string, times: number): Promise<string[]>;
  /** Returns what has the focus: `radio 3`, a class name of the prompt, the id of an element of the host page, or `BODY`. */
  focused(): Promise<string>;
  chosen(): Promise<string | undefined>;
  /** Returns the scores that the collector has received. */
  scores(): number[];
  isOpen(): Promise<boolean>;
  tab: Tab;
}

export const engineName = (process.env.A11Y_ENGINE ?? 'chromium') as EngineName;

const ROOT = "document.querySelector('scorelet-prompt')?.shadowRoot";
const FOCUSED = `(() => {
  const active = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
  if (/^(radio|checkbox)$/.test(active?.type)) return active.type + ' ' + active.value;
  return active?.className.split(' ')[0] || (active?.type === 'textarea' ? active.type : active?.id || active?.tagName);
})()`;

/** Starts the engine that `A11Y_ENGINE` names. A missing engine is a failure. */
export const startKeyboards = async () => {
  const engine: Engine = await launchEngine(engineName);
  const sites: PromptSite[] = [];
  return {
    /** Opens a page with one survey, focuses the element `from` and shows the survey. With `takeFocus` the prompt takes the focus. */
    async open(
      survey: Partial<Survey> & object,
      { locale = 'en', takeFocus = false, from = '#before' } = {},
    ): Promise<Keyboard> {
      const site = await startPromptSite();
      sites.push(site);
      const own = { id: 'a', trigger: 'manual', ...('questions' in survey ? {} : { metric: 'nps' }), ...survey };
      const tab = await engine.openTab(
        site.urlOf({ config: { locale, brand: 'Acme', surveys: [own as unknown as Survey] } }),
      );
      const until = async (expression: string) => {
        const wanted = () => tab.evaluate(`!!(${expression})`);
        await expect.poll(wanted, { timeout: 15_000, message: expression }).toBe(true);
      };
      await until("document.querySelector('#after') && window.scorelet && !Array.isArray(scorelet)");
      await tab.evaluate(`void document.querySelector('${from}').focus()`);
      await tab.evaluate(`void scorelet.show('a', { force: true, takeFocus: ${takeFocus} })`);
      await until(`${ROOT}?.querySelector('[role=status],.flap')`);
      // The prompt may have been inserted only an instant ago.
      await pause(50);
      const focused = () => tab.evaluate(FOCUSED) as Promise<string>;
      const press = async (...keys: string[]) => {
        for (const key of keys) await tab.press(key);
      };
      return {
        tab,
        press,
        focused,
        async walk(key, times) {
          const seen: string[] = [];
          for (let step = 0; step < times; step++) {
            await tab.press(key);
            seen.push(await focused());
          }
          return seen;
        },
        chosen: () => tab.evaluate(`${ROOT}?.querySelector(':checked')?.value`) as Promise<string | undefined>,
        scores: () =>
          site.collector.received.flatMap(({ event }) =>
            event.type === 'scorelet.question.answered.v1' && event.data.answer.kind === 'score'
              ? [event.data.answer.score]
              : [],
          ),
        isOpen: async () => Boolean(await tab.evaluate("!!document.querySelector('scorelet-prompt')")),
      };
    },
    async close() {
      await engine.close();
      await Promise.all(sites.map((site) => site.close()));
    },
  };
};
