/** Runs in the page: payloads as typed answers, as stored values, as replies of a collector, and as messages and addresses of the page. */
import type { ScoreletOptions } from '../../../src/api/options.ts';
import type { ScoreletEvent } from '../../../src/schema/index.ts';
import { choose, createClient, promptOf, submit, type, whenFree } from './journey.ts';
import { trap } from './trap.ts';

const NPS: ScoreletOptions = { collector: '/collect', surveys: [{ id: 'a', metric: 'nps', trigger: 'manual' }] };
const WORDS: ScoreletOptions = {
  collector: '/collect',
  surveys: [
    {
      id: 'a',
      thanks: 'You said {comment}',
      questions: [
        { type: 'nps' },
        { type: 'text' },
        {
          type: 'choice',
          title: 'Which?',
          options: [
            { id: 'a', label: 'A' },
            { id: 'b', label: 'B' },
          ],
          other: true,
        },
      ],
    },
  ],
};

/** The longest answer, and the longest quotation of one, in code points. */
const LONGEST = 1000;
const LONGEST_QUOTE = 200;

const pointsOf = (text: string): string[] => [...text];

/** Runs one case for each payload and lists what went wrong. */
const each = async (payloads: readonly string[], run: (payload: string) => Promise<string[]>): Promise<string[]> => {
  const problems: string[] = [];
  trap.rest();
  for (const payload of payloads) {
    const found = [...(await run(payload)), ...trap.check()];
    problems.push(...found.map((problem) => `${JSON.stringify(payload.slice(0, 60))}: ${problem}`));
    trap.sprung.length = 0;
    trap.rest();
  }
  return problems;
};

const differ = (what: string, is: unknown, wanted: unknown): string[] =>
  is === wanted
    ? []
    : [`${what} is ${JSON.stringify(is)?.slice(0, 200)}, expected ${JSON.stringify(wanted)?.slice(0, 200)}`];

const answersOf = (events: readonly ScoreletEvent[]) =>
  events.flatMap((event) => (event.type === 'scorelet.survey.completed.v1' ? event.data.answers : []));

/** Types each payload as a comment and as another reason. It arrives as the field has it, without white space around it. */
export const typed = (payloads: readonly string[]): Promise<string[]> =>
  each(payloads, async (payload) => {
    const errors: string[] = [];
    const events: ScoreletEvent[] = [];
    const client = createClient(WORDS, errors, {
      async transport(batch, { ids }) {
        events.push(...JSON.parse(batch));
        return { status: 200, accepted: ids };
      },
    });
    const { reasons } = await client.show('a', { force: true });
    const root = promptOf()?.shadowRoot;
    if (!root) return [`not shown: ${reasons}`];
    choose(root, 1);
    const comment = root.querySelector('textarea') as HTMLTextAreaElement;
    const other = root.querySelector('input[type=text]') as HTMLInputElement;
    type(comment, payload);
    type(other, payload);
    const [text, reason] = [comment.value.trim(), other.value.trim()];
    submit(root);
    const isTooLong = pointsOf(text).length > LONGEST || pointsOf(reason).length > LONGEST;
    const thanks = root.querySelector('.thanks')?.textContent;
    await client.flush();
    client.destroy();
    await whenFree();
    if (isTooLong) return [...errors, ...differ('a text that is too long: the thanks', thanks, undefined)];
    const answers = answersOf(events);
    const quote = text && `\u2068${pointsOf(text).slice(0, LONGEST_QUOTE).join('')}\u2069`;
    return [
      ...errors,
      ...differ('the comment', answers.find(({ kind }) => kind === 'text')?.['text' as never] ?? '', text),
      ...differ('the other reason', answers.find(({ kind }) => kind === 'choice')?.['other' as never] ?? '', reason),
      ...differ('the thanks', thanks, `You said ${quote}`),
    ];
  });

/** Replaces texts of a stored value one at a time: `at` counts them. */
const replaceText = (value: unknown, at: { left: number }, payload: string): unknown => {
  if (typeof value === 'string') return at.left-- === 0 ? payload : value;
  if (Array.isArray(value)) return value.map((inner) => replaceText(inner, at, payload));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [at.left-- === 0 ? payload : key, replaceText(inner, at, payload)]),
  );
};

type Stored = readonly (readonly [storage: 'localStorage' | 'sessionStorage', key: string, text: string])[];

/** Everything that an unfinished response and its rules leave on the device. */
export const keep = async (): Promise<Stored> => {
  const errors: string[] = [];
  const client = createClient(LASTING, errors, { transport: async () => ({ status: 503 }) });
  await client.show('a', { force: true });
  const root = promptOf()?.shadowRoot as ShadowRoot;
  choose(root, 1);
  type(root.querySelector('textarea') as HTMLTextAreaElement, 'A draft');
  client.track('later', { subject: { type: 'order', id: '1' }, properties: { total: 5 } });
  await client.explain();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const stored = (['localStorage', 'sessionStorage'] as const).flatMap((storage) =>
    Object.entries(window[storage]).map(([key, text]) => [storage, key, `${text}`] as const),
  );
  client.destroy();
  await whenFree();
  return stored;
};

const LASTING: ScoreletOptions = {
  collector: '/collect',
  persistence: 'local',
  surveys: [
    {
      id: 'a',
      metric: 'nps',
      trigger: 'manual',
      sampling: 0.99,
      frequency: { clocks: { visit: { per: 'all', displayed: 'visit' } } },
    },
    { id: 'b', metric: 'csat', trigger: { event: 'later', delay: '1h' } },
  ],
};

const restore = (stored: Stored): void => {
  localStorage.clear();
  sessionStorage.clear();
  for (const [storage, key, text] of stored) window[storage].setItem(key, text);
};

/** An unfinished response is taken as it was stored: a fault that `page.test.ts` names. */
const isBegun = (key: string): boolean => key.startsWith('scorelet:1:r:');

/** Stored values have at most about this many texts and keys. */
const MOST_TEXTS = 20;

/** Puts a payload in place of each stored value, of the end of each key, and of one text of each value. */
export const stored = async (payloads: readonly string[]): Promise<string[]> => {
  const kept = await keep();
  if (kept.length < 5) return [`only ${kept.length} values were kept: ${kept.map(([, key]) => key)}`];
  return each(payloads, async (payload) => {
    const problems: string[] = [];
    const turn = payloads.indexOf(payload);
    const ways: readonly Stored[] = [
      kept.map(([storage, key]) => [storage, key, payload]),
      kept.map(([storage, key, text]) => [storage, key.replace(/[^:]*$/, () => payload), text]),
      kept.map(([storage, key, text]) => {
        const at = { left: turn % MOST_TEXTS };
        return [
          storage,
          key,
          text.startsWith('{') && !isBegun(key) ? JSON.stringify(replaceText(JSON.parse(text), at, payload)) : text,
        ];
      }),
    ];
    for (const way of ways) {
      restore(way);
      const client = createClient(LASTING, [], { transport: async (_, { ids }) => ({ status: 200, accepted: ids }) });
      await client.explain();
      const { shown, reasons } = await client.show('a', { force: true });
      // An unfinished response shows itself.
      if (!shown && !promptOf() && !reasons.includes('turn')) problems.push(`not shown: ${reasons}`);
      const root = promptOf()?.shadowRoot;
      if (root?.querySelector('script,img,iframe,svg,object,a')) problems.push('foreign elements in the prompt');
      client.destroy();
      await whenFree();
    }
    restore([]);
    return problems;
  });
};

/** Answers a request with a payload as each part of a receipt. A code of the collector reaches the page unchanged. */
export const replied = (payloads: readonly string[]): Promise<string[]> =>
  each(payloads, async (payload) => {
    const codes: string[] = [];
    const client = createClient(NPS, [], {
      transport: async (_, { ids }) => ({
        status: 200,
        retryAfter: payload,
        accepted: [payload],
        rejected: ids.map((id) => ({ id, code: payload })),
      }),
      onUndeliverable: ({ code }) => void codes.push(code),
    });
    const { reasons } = await client.show('a', { force: true });
    const root = promptOf()?.shadowRoot;
    if (!root) return [`not shown: ${reasons}`];
    choose(root, 1);
    submit(root);
    await client.flush();
    client.destroy();
    await whenFree();
    return [
      // An empty text is no code.
      ...(codes.length > 0 || payload === '' ? [] : ['no code']),
      ...codes.flatMap((code) => differ('the code', code, payload)),
    ];
  });

/** Gives the client a history with a payload as each text, or as the whole. */
export const remembered = (payloads: readonly string[], histories: readonly string[]): Promise<string[]> =>
  each(payloads, async (payload) => {
    for (const text of histories) {
      const client = createClient(
        { ...NPS, history: async () => JSON.parse(text, (_, value) => (value === 'PAYLOAD' ? payload : value)) },
        [],
      );
      client.identify({ id: 'u' });
      await client.explain();
      client.destroy();
    }
    await whenFree();
    return [];
  });

/** Puts a payload into the address of the page, posts it as a message, and names a command, an event and a survey by it. */
export const addressed = (payloads: readonly string[]): Promise<string[]> =>
  each(payloads, async (payload) => {
    const problems: string[] = [];
    // An address cannot have an incomplete surrogate pair.
    const search = encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(payload)));
    for (const query of [
      `scorelet=${search}:9`,
      `scorelet=a:${search}`,
      `scorelet-preview=${search}`,
      `${search}=${search}#${search}`,
    ]) {
      history.replaceState(0, '', `/?${query}`);
      const client = createClient(NPS, []);
      postMessage(payload, '*');
      postMessage({ scorelet: payload, type: payload }, '*');
      client.track(payload);
      client.on(payload as 'displayed', () => problems.push('a listener was called'));
      const { shown } = await client.show(payload);
      await client.explain(payload);
      if (shown) problems.push('a survey was shown that does not exist');
      client.destroy();
    }
    await whenFree();
    history.replaceState(0, '', '/');
    return problems;
  });
