/** Runs in the page: shows the surveys of a document, answers them like a respondent, and lists what there was to see. */
import type { Scorelet, ScoreletOptions, ShowOptions } from '../../../src/api/options.ts';
import type { Context, Respondent, ScoreletEvent } from '../../../src/schema/index.ts';
import { toFacts } from '../facts.ts';
import type { Seen } from '../seen.ts';
import { capture } from './capture.ts';

/** The document of a run: the options, and the arguments of the methods. */
export interface Written {
  readonly options: ScoreletOptions;
  readonly identify?: Respondent;
  readonly setContext?: Context;
  readonly show?: ShowOptions;
  readonly track?: Parameters<Scorelet['track']>[1];
}

/**
 * What the respondent does. `answer`: completes every survey. `err`: the same, but first submits nothing, then mistakes, and sees the
 * first survey a second time. `look`: looks at every survey. `meet`: looks at the first survey; the client explains all of them.
 */
export type Way = 'answer' | 'err' | 'look' | 'meet';

export interface JourneySettings {
  readonly way: Way;
  /** Which score is chosen, as a share of the scale. */
  readonly level: number;
  /** True when the events go to the collector of the page. Otherwise they are listed with what there was to see. */
  readonly posts: boolean;
  /** False when a payload may change the tree: a link is left out, or a selector matches. @default true */
  readonly compares?: boolean;
}

/** The largest number of steps of a survey, and one more. */
const MOST_STEPS = 9;

const COMMENT = 'A plain comment';
const ADDRESS = 'a@b.example';

export const promptOf = (): Element | null => document.querySelector('scorelet-prompt');

/** Types a text into a field. */
export const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

const fieldsOf = (root: ShadowRoot) => [
  ...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea,input[type=text],input[type=email]'),
];

/** Returns the scales and lists in which nothing is chosen yet. */
const findOpen = (root: ShadowRoot): Element | undefined =>
  [...root.querySelectorAll('[role=radiogroup]')].find((group) => !group.querySelector(':checked'));

/** Chooses in each scale the point at `level`, in each list the last option, and checks every box. A choice can bring another question. */
export const choose = (root: ShadowRoot, level: number): void => {
  for (let group = findOpen(root), turn = 0; group && turn < MOST_STEPS; group = findOpen(root), turn++) {
    const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    radios[group.classList.contains('choice') ? radios.length - 1 : Math.round(level * (radios.length - 1))]?.click();
  }
  for (const box of root.querySelectorAll<HTMLInputElement>('input[type=checkbox]:not(:checked)')) box.click();
};

export const submit = (root: ShadowRoot): void => root.querySelector<HTMLElement>('button[type=submit]')?.click();

/** Answers a survey, step by step, and lists what there was to see at each. */
const answer = (host: Element, { level, way }: JourneySettings): Seen[] => {
  const root = host.shadowRoot as ShadowRoot;
  const errs = way === 'err';
  const seen: Seen[] = [];
  for (let step = 0; step < MOST_STEPS && !root.querySelector('.thanks'); step++) {
    if (errs) {
      submit(root);
      seen.push(...capture(host, `${step} empty`));
    }
    choose(root, level);
    if (errs) {
      for (const field of fieldsOf(root)) type(field, 'x');
      submit(root);
      seen.push(...capture(host, `${step} wrong`));
    }
    for (const field of fieldsOf(root)) type(field, field.type === 'email' ? ADDRESS : COMMENT);
    seen.push(...capture(host, `${step} answered`));
    submit(root);
  }
  return [...seen, ...capture(host, 'end')];
};

/** Shows one survey and answers it. */
const showOne = async (client: Scorelet, id: string, { show }: Written, settings: JourneySettings): Promise<Seen[]> => {
  const result = await client.show(id, { ...show, force: true });
  const host = promptOf();
  if (!host?.shadowRoot) return [{ where: 'not shown', text: `${result.reasons}` }];
  host.shadowRoot.querySelector<HTMLElement>('.flap')?.click();
  const looks = settings.way === 'look' || settings.way === 'meet';
  return looks ? capture(host, 'look') : answer(host, settings);
};

/** Resolves when no client of this page holds the lock that prompts take. The browser releases a lock some time after it was given back. */
export const whenFree = async (): Promise<void> => {
  for (;;) {
    const { held = [], pending = [] } = await navigator.locks.query();
    if (held.length + pending.length === 0) return;
  }
};

export interface Journey {
  readonly seen: readonly Seen[];
  /** The messages that `onError` received. */
  readonly errors: readonly string[];
}

type Hooks = Pick<ScoreletOptions, 'transport' | 'storage' | 'onUndeliverable'>;

/** Creates a client that keeps nothing on the device, and collects its errors. */
export const createClient = (options: ScoreletOptions, errors: string[], hooks: Hooks = {}): Scorelet =>
  (window as unknown as { createScorelet(options: ScoreletOptions): Scorelet }).createScorelet({
    mode: 'live',
    persistence: 'memory',
    ...options,
    ...hooks,
    onError: ({ code, message }) => errors.push(`${code}: ${message}`),
  });

/** Returns the surveys that are shown, in order. */
const toShown = ({ options: { surveys = [] } }: Written, way: Way): string[] => {
  const ids = surveys.map(({ id }) => id);
  if (way === 'meet') return ids.slice(0, 1);
  return way === 'err' ? [...ids, ...ids.slice(0, 1)] : ids;
};

/** Does what the rules react to. */
const meet = async (client: Scorelet, { track }: Written): Promise<void> => {
  client.track('a', track);
  document.body.click();
  await client.explain();
};

/** Creates a client, calls its methods and shows its surveys. */
export const journey = async (written: Written, settings: JourneySettings): Promise<Journey> => {
  const errors: string[] = [];
  const events: ScoreletEvent[] = [];
  const client = createClient(written.options, errors, {
    ...(!settings.posts && {
      async transport(batch, { ids }) {
        events.push(...JSON.parse(batch));
        return { status: 200, accepted: ids };
      },
    }),
  });
  if (written.identify) client.identify(written.identify);
  if (written.setContext) client.setContext(written.setContext);
  const seen: Seen[] = [];
  for (const id of toShown(written, settings.way)) seen.push(...(await showOne(client, id, written, settings)));
  if (settings.way === 'meet') await meet(client, written);
  await client.flush();
  if (settings.way === 'answer') seen.push(...toFacts(events));
  client.destroy();
  await whenFree();
  return { seen, errors };
};
