import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/check/createCheck.ts';
import { explainWrong } from '../../src/check/explanation.ts';
import { lookAt } from '../../src/check/firstLook.ts';
import { createRulesCheck } from '../../src/check/rulesCheck.ts';
import { createSecondCheck } from '../../src/check/secondCheck.ts';
import { meanings } from '../../src/check/table.ts';
import { toNormalSurvey } from '../../src/core/index.ts';
import {
  checkOptions,
  checkSurvey,
  parseOptions,
  parseSurvey,
  SchemaError,
  toJsonSchemas,
  toSentence,
} from '../../src/schema/index.ts';

/** Runs the page's fast check, without zod. The second half and the rules check run only if the first half asks for them. */
const pageAcceptsDefinition = (settings: unknown, survey: unknown) => {
  const { surveys, needs } = lookAt(settings as object, [survey]);
  const checks = [...(needs.check ? [createSecondCheck] : []), ...(needs.rules ? [createRulesCheck] : [])];
  return (
    surveys.length > 0 &&
    checks.every((create) => !create(createCheck, meanings).toUnsound(settings as object, surveys)[0])
  );
};
const pageAccepts = (survey: unknown) => pageAcceptsDefinition({ collector: '/collect' }, survey);
const pageAcceptsSettings = (settings: unknown) => pageAcceptsDefinition(settings, { id: 'a', metric: 'nps' });

describe('a survey', () => {
  it.each<[string, unknown, string]>([
    [
      'unknown metric',
      { id: 'a', metric: 'npss' },
      'metric: expected "nps" or "csat" or "ces", received "npss". Did you mean "nps"?',
    ],
    ['NPS 1–10', { id: 'a', metric: 'nps', min: 1, max: 10 }, 'min: expected 0, received 1.'],
    ['missing id', { metric: 'nps' }, 'id: expected a string, received nothing.'],
    [
      'misspelled key',
      { id: 'a', metric: 'nps', brnad: 'x' },
      'brnad: expected a known key, received "brnad". Did you mean "brand"?',
    ],
    [
      'misspelled metric key',
      { id: 'a', metrik: 'nps' },
      'metrik: expected a known key, received "metrik". Did you mean "metric"?',
    ],
    [
      'no metric and no questions',
      { id: 'a' },
      'metric: expected "nps" or "csat" or "ces", or questions, received nothing.',
    ],
    [
      'a style that does not exist',
      { id: 'a', metric: 'csat', style: 'lable' },
      'style: expected "number" or "label" or "star" or "emoji", received "lable". Did you mean "label"?',
    ],
    [
      'a text question with a scale',
      { id: 'a', questions: [{ type: 'text', max: 5 }] },
      'questions[0].max: expected a known key, received "max".',
    ],
    [
      'an unknown type',
      { id: 'a', questions: [{ type: 'txt' }] },
      'questions[0].type: expected "nps" or "csat" or "ces" or "rating" or "text" or "choice" or "email" or "consent", received "txt". Did you mean "text"?',
    ],
    ['CES 2.0 on five points', { id: 'a', metric: 'ces', max: 5 }, 'max: expected 7 for ces2, received 5.'],
    [
      'a minLength above the maxLength',
      { id: 'a', metric: 'nps', followUp: { minLength: 20, maxLength: 10 } },
      'followUp.minLength: expected at most 10 (maxLength), received 20.',
    ],
    [
      'the style emoji on seven points',
      { id: 'a', metric: 'ces', style: 'emoji' },
      'style: expected a style for this many points ("emoji" allows at most 5), received "emoji".',
    ],
    [
      'one icon for five points of the style emoji',
      { id: 'a', metric: 'csat', style: 'emoji', icons: ['x'] },
      'icons: expected one icon for each point, or one icon in total for "star"; "number" and "label" allow no icons, received ["x"].',
    ],
    [
      'two options with the same id',
      {
        id: 'a',
        questions: [
          {
            type: 'choice',
            title: 'T',
            other: true,
            options: [
              { id: 'other', label: 'O' },
              { id: 'b', label: 'B' },
            ],
          },
        ],
      },
      'questions[0].options: expected options with unique ids (`other` adds an option with the id "other"), received [{"id":"other","label":"O"},{"id":"b","label":"B"}].',
    ],
    [
      'segments without a preceding score',
      { id: 'a', questions: [{ type: 'text', segments: ['promoter'] }, { type: 'nps' }] },
      'questions[0].segments: expected a scored question before this question, received ["promoter"].',
    ],
    [
      'a banner in a corner',
      { id: 'a', metric: 'nps', presentation: 'banner', placement: 'top-end' },
      'placement: expected "top" or "bottom" for a banner, received "top-end".',
    ],
    [
      'a closeAfter below 8 s',
      { id: 'a', metric: 'nps', closeAfter: '7s' },
      'closeAfter: expected at least \'8s\', received "7s".',
    ],
    [
      'two moments in one trigger',
      { id: 'a', metric: 'nps', trigger: { scroll: 50, exit: true } },
      'trigger: expected only one of event, scroll, exit, idle and click, received {"scroll":50,"exit":true}.',
    ],
    [
      'an event and a click in one trigger',
      { id: 'a', metric: 'nps', trigger: { event: 'x', click: '#help' } },
      'trigger: expected only one of event, scroll, exit, idle and click, received {"event":"x","click":"#help"}.',
    ],
    [
      'a where without an event',
      { id: 'a', metric: 'nps', trigger: { idle: '30s', where: { plan: 'pro' } } },
      'trigger.where: expected an event in the same trigger, received {"plan":"pro"}.',
    ],
    [
      'two questions with the same id',
      { id: 'a', questions: [{ type: 'text' }, { type: 'text' }] },
      'questions[1].id: expected a unique id, received nothing.',
    ],
    [
      'a rating without polarity',
      { id: 'a', questions: [{ type: 'rating', title: 'T', min: 1, max: 5 }] },
      'questions[0].polarity: expected "higher_is_better" or "lower_is_better", received nothing.',
    ],
    ['a string instead of a survey', 'nps', 'Expected a survey, received "nps".'],
  ])('gets an issue with path, expected and received value: %s', (_, survey, sentence) => {
    expect(checkSurvey(survey).map(toSentence)[0]).toBe(sentence);
    expect(pageAccepts(survey)).toBe(false);
    expect(() => parseSurvey(survey)).toThrow(SchemaError);
  });

  it.each<[string, object]>([
    ['trigger.where', { where: { plan: 'pro' } }],
    ['trigger.where', { event: 'x', where: { plan: { least: 5 } } }],
    ['trigger.scroll', { scroll: 0 }],
    ['trigger.exit', { exit: 'top' }],
    ['trigger.idle', { idle: '30' }],
    ['trigger.click', { click: '' }],
    ['trigger.cancelOn', { event: 'x', cancelOn: [] }],
    ['trigger.expires', { event: 'x', expires: 'soon' }],
  ])('with an invalid trigger also fails the fast check, at %s', (path, trigger) => {
    const survey = { id: 'a', metric: 'nps', trigger };
    expect(checkSurvey(survey)[0]?.path).toContain(path);
    expect(pageAccepts(survey)).toBe(false);
    const [issue] = explainWrong('options', { collector: '/c', surveys: [survey] }).issues;
    expect(issue?.path).toContain(`surveys[0].${path}`);
  });

  it('gets all its issues at once', () => {
    const issues = checkOptions({
      collector: '/c',
      colorSheme: 'dark',
      surveys: [
        { id: 'a', metric: 'npss' },
        { metric: 'nps', version: 1.5 },
      ],
    });
    expect(issues.map(({ path }) => path)).toEqual([
      'colorSheme',
      'surveys[0].metric',
      'surveys[1].id',
      'surveys[1].version',
    ]);
  });

  it('has the same normal form in short form and in long form', () => {
    const short = toNormalSurvey(
      parseSurvey({ id: 'a', metric: 'ces', variant: 'ease5', title: 'Easy?', followUp: { required: true } }),
    );
    const long = toNormalSurvey(
      parseSurvey({
        id: 'a',
        questions: [
          { type: 'ces', variant: 'ease5', title: 'Easy?' },
          { type: 'text', required: true },
        ],
      }),
    );
    expect(short.questions).toEqual(long.questions);
    expect(short.scope).toEqual(long.scope);
    expect(toNormalSurvey(parseSurvey({ id: 'a', metric: 'nps' })).questions).toEqual(
      toNormalSurvey(parseSurvey({ id: 'a', questions: [{ type: 'nps' }, { type: 'text' }] })).questions,
    );
    expect(toNormalSurvey(parseSurvey({ id: 'a', metric: 'nps', followUp: false })).questions).toHaveLength(1);
  });

  it('accepts undefined for fields with a default', () => {
    const survey = { id: 'a', metric: 'nps', version: undefined, style: undefined, followUp: undefined } as const;
    expect(pageAccepts(survey)).toBe(true);
    expect(toNormalSurvey(parseSurvey(survey))).toMatchObject({
      version: 1,
      questions: [{ style: 'number' }, { type: 'text' }],
    });
  });

  it('is not changed by parsing, and cannot add properties to prototypes', () => {
    const survey = JSON.parse('{ "id": "a", "metric": "nps", "__proto__": { "polluted": true } }');
    expect(checkSurvey(survey).map(({ path }) => path)).toEqual(['__proto__']);
    expect(pageAccepts(survey)).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('the options', () => {
  it('require a collector', () => {
    expect(checkOptions({}).map(toSentence)).toEqual(['collector: expected a string, received nothing.']);
    expect(checkOptions({ collector: 'javascript:alert(1)' })[0]?.path).toBe('collector');
    expect(parseOptions({ collector: '/collect', surveys: [{ id: 'a', metric: 'nps' }] }).surveys).toHaveLength(1);
  });

  it('require unique survey ids', () => {
    const issues = checkOptions({
      collector: '/c',
      surveys: [
        { id: 'a', metric: 'nps' },
        { id: 'a', metric: 'csat' },
      ],
    });
    expect(issues.map(toSentence)).toEqual(['surveys[1].id: expected a unique id, received "a".']);
  });
});

/** Generates valid, invalid and almost valid surveys. */
const words = fc.constantFrom(
  'nps',
  'csat',
  'ces',
  'rating',
  'text',
  'npss',
  'number',
  'label',
  'ces2',
  'ease5',
  'ces1',
  'load',
  'a b',
  '',
  'x'.repeat(501),
);
const scalar = fc.oneof(
  words,
  fc.integer({ min: -12, max: 110 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.double(),
);
const keys = fc.constantFrom(
  ...'id type metric variant min max style labels title low high required polarity followUp questions trigger event delay subject version minLength maxLength titleBySegment target presentation placement touchpoint thanks oops'.split(
    ' ',
  ),
);
const loose: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
})).value;
/** Generates mostly valid values and sometimes invalid values. */
const mostly = (right: unknown[], wrong: unknown[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) });
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(needed: (keyof T & string)[], fields: T) =>
  fc.record(fields, { requiredKeys: needed, noNullPrototype: true });
const common = {
  id: mostly(['a', 'post-purchase'], ['a b', 5]),
  version: mostly([1, 2], [1.5, '1']),
  trigger: mostly(
    [
      'load',
      'manual',
      { event: 'x' },
      { delay: '5s' },
      { event: 'x', delay: '5m', where: { plan: ['pro', 5], total: { min: 5 } } },
      { scroll: 50, delay: '5s', cancelOn: ['y'], expires: '1d' },
      { exit: true },
      { idle: '30s' },
      { click: '#help' },
      undefined,
    ],
    [
      { delay: '5 s' },
      { evnt: 'x' },
      'laod',
      { event: 5 },
      { scroll: 0 },
      { exit: false },
      { idle: '30' },
      { click: '' },
      { delay: '5s', cancelOn: [] },
      { delay: '5s', expires: 'soon' },
      { event: 'x', exit: true },
      { scroll: 50, click: 'a' },
      { where: { plan: 'pro' } },
      { event: 'x', where: { total: { least: 5 } } },
    ],
  ),
  thanks: mostly(['Thanks!'], ['']),
  placement: mostly(['top-end', undefined], ['middle', 'top']),
  presentation: mostly(['popover', 'inline', 'modal', undefined], ['banner', 'sheet', 'tab']),
  offset: mostly([{ x: 20, y: 80 }, {}, undefined], [{ z: 1 }, 20]),
  endings: mostly(
    [[{ segments: ['promoter'], link: { url: 'https://a.example', label: 'Go' } }, { thanks: 'T' }], undefined],
    [[], [{ text: 'T' }]],
  ),
  closeAfter: mostly(['8s', '1m', '9000ms', undefined], ['5s', '7999ms', '0m', 'soon']),
  translations: mostly(
    [{ fr: { thanks: 'Merci', nps: { title: 'T', labels: ['a', 'b'] } } }, undefined],
    [{ fr: 'x' }, []],
  ),
};
const labels = mostly([['a', 'b', 'c', 'd', 'e'], undefined], [['a'], ['a', 'b'], []]);
const style = mostly(['number', undefined], ['label', 'star', 'emoji', 'thumb']);
const icons = mostly([undefined], [['x'], ['a', 'b', 'c', 'd', 'e'], []]);
const segments = mostly([['promoter', 'easy'], undefined], [[], ['happy']]);
const text = { minLength: mostly([0, 5], [2000, -1]), maxLength: mostly([10, 1000], [0.5]) };
const followUp = fc.oneof(fc.boolean(), some([], text), fc.constant('yes'));
const question = fc.oneof(
  some(['type'], { type: fc.constant('nps'), style, min: mostly([0], [1]), id: mostly(['x'], ['y z']) }),
  some(['type'], { type: fc.constant('csat'), style, labels, icons, max: mostly([5], [7]) }),
  some(['type'], {
    type: fc.constant('ces'),
    variant: mostly(['ces2', 'ease5', 'ces1'], ['nps']),
    max: mostly([5, 7], [10]),
    style,
  }),
  some(['type', 'title', 'min', 'max', 'polarity'], {
    type: fc.constant('rating'),
    title: fc.constant('T'),
    min: mostly([0, 1], [-20]),
    max: mostly([3, 5, 10], [1, 12]),
    polarity: mostly(['higher_is_better'], ['up']),
    style,
    labels,
  }),
  some(['type'], {
    type: fc.constant('text'),
    ...text,
    title: mostly(['Why?'], [5]),
    id: mostly(['y'], ['']),
    segments,
  }),
  some(['type', 'title', 'options'], {
    type: fc.constant('choice'),
    title: fc.constant('T'),
    options: mostly(
      [
        [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
      ],
      [
        [],
        [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
        [
          { id: 'other', label: 'A' },
          { id: 'b', label: 'B' },
        ],
      ],
    ),
    multiple: fc.boolean(),
    other: fc.boolean(),
    segments,
  }),
  some(['type'], { type: fc.constant('email'), title: mostly(['Mail?', undefined], [5]), required: fc.boolean() }),
  some(['type', 'title'], { type: fc.constant('consent'), title: mostly(['I agree'], ['']), segments }),
);
const nearlyRight: fc.Arbitrary<unknown> = fc.oneof(
  some(['id', 'metric'], { ...common, metric: mostly(['nps'], ['npss']), min: mostly([0], [1]), followUp }),
  some(['id', 'metric'], { ...common, metric: fc.constant('csat'), style, labels, icons, followUp }),
  some(['id', 'metric'], {
    ...common,
    metric: fc.constant('ces'),
    variant: mostly(['ease5', 'ces1'], ['x']),
    max: mostly([5], [7]),
  }),
  some(['id', 'questions'], { ...common, questions: fc.array(question, { maxLength: 3 }) }),
);

describe('the fast check in the page', () => {
  it('never throws, and rejects an array where a string is required', () => {
    expect(pageAccepts({ id: 'a', metric: ['nps'] })).toBe(false);
    expect(pageAccepts({ id: 'a', metric: [Object.create(null)] })).toBe(false);
    expect(pageAccepts({ id: 'a', metric: 'toString' })).toBe(false);
  });

  it('accepts exactly the surveys that the schemas accept', () => {
    let valid = 0;
    fc.assert(
      fc.property(fc.oneof(nearlyRight, loose), (survey) => {
        const right = checkSurvey(survey).length === 0;
        valid += right ? 1 : 0;
        expect(pageAccepts(survey)).toBe(right);
      }),
      { numRuns: 4000 },
    );
    // A generator that never hits a valid survey would prove nothing.
    expect(valid).toBeGreaterThan(100);
  });

  it('accepts exactly the options that the schemas accept', () => {
    const settings = fc.record(
      {
        collector: fc.constantFrom(
          '/collect',
          'https://c.example/x?y=1',
          'collect.php',
          'javascript:x',
          '//c.example',
          '',
        ),
        mode: fc.constantFrom('live', 'test', 'on'),
        locale: fc.constantFrom('fr', 'auto', { ui: { submit: 'Go' } }, { ui: 'Go' }, 5, null, undefined),
        context: loose,
        theme: fc.constantFrom(
          'tide',
          'tied',
          { accent: '#0b6477' },
          { accent: 'teal' },
          { accent: '#12345' },
          undefined,
        ),
        consent: fc.constantFrom('granted', 'maybe'),
        key: fc.constantFrom('pk_1', 'pk 1'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, (value) => {
        expect(pageAcceptsSettings(value)).toBe(checkOptions(value).length === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('explains everything that it rejects with its own table', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyRight, loose), (survey) => {
        if (pageAccepts(survey)) return;
        const { issues, message } = explainWrong('options', { collector: '/c', surveys: [survey] });
        expect(issues.length).toBeGreaterThan(0);
        expect(message).toContain('surveys[0]');
      }),
    );
  });
});

describe('the published JSON Schemas', () => {
  it('contain one document with an id for each event type', () => {
    const documents = toJsonSchemas();
    expect(Object.keys(documents)).toContain('question.answered');
    for (const document of Object.values(documents)) expect(document.$id).toMatch(/^urn:scorelet:[\w.]+:v1$/);
  });
});
