import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/check/createCheck.ts';
import { argumentNodes, isValid } from '../../src/check/firstCheck.ts';
import { lookAt } from '../../src/check/firstLook.ts';
import { createRulesCheck } from '../../src/check/rulesCheck.ts';
import { createSecondCheck } from '../../src/check/secondCheck.ts';
import { meanings } from '../../src/check/table.ts';
import { createSession } from '../../src/core/session/createSession.ts';
import { sessionExtras } from '../../src/core/session/more/sessionExtras.ts';
import { mergeConfig } from '../../src/loader/readConfig.ts';
import { locale as english } from '../../src/locales/en.ts';
import { checkOptions, parseOptions, parseSurvey } from '../../src/schema/index.ts';
import { complete } from './complete.ts';
import { KINDS, PAYLOADS } from './corpus/payloads.ts';
import { documentSchema, SLOTS } from './document.ts';
import { fits } from './fits.ts';
import { SHOWN, toMarker } from './groups.ts';
import type { JsonObject } from './jsonSchema.ts';
import { isKnown } from './known.ts';
import { mend } from './mend.ts';
import type { Slot } from './slots.ts';

const seconds = createSecondCheck(createCheck, meanings);
const rules = createRulesCheck(createCheck);

/** Returns true when the check of the page finds nothing invalid in a document. */
const isFine = ({ options, identify, setContext, show, track }: JsonObject): boolean => {
  const { surveys, ...settings } = options as JsonObject;
  const look = lookAt(settings, surveys);
  const isWhole = look.usable && look.surveys.length === look.given.length;
  const occasions = [show, track].flatMap((each) => (each === undefined ? [] : [each as JsonObject]));
  return (
    isWhole &&
    [seconds, rules].every(({ toUnsound }) => toUnsound(settings, look.surveys).length === 0) &&
    (identify === undefined || isValid(argumentNodes.identify, identify)) &&
    (setContext === undefined || seconds.isSoundContext(setContext as object)) &&
    occasions.every(
      ({ subject, properties }) =>
        (subject === undefined || isValid(argumentNodes.subject, subject)) &&
        (properties === undefined || isValid(argumentNodes.properties, properties)),
    )
  );
};

const SURVEYS = [{ id: 'a', metric: 'nps' }];
const documentOf = ({ place }: Slot, text: string) =>
  complete(documentSchema, mend(place(text) as JsonObject, SURVEYS)) as JsonObject;

/** The parser counts code points and drops keys named `__proto__`; the check of the page counts UTF-16 code units. */
const isReadApart = ({ name, schema }: Slot, payload: string): boolean =>
  (payload === '__proto__' && name.endsWith('{key}')) ||
  ([...payload].length <= (schema.maxLength ?? 0) && payload.length > (schema.maxLength ?? 0));

describe('the payloads', () => {
  it('are more than 400 different texts of every kind', () => {
    expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
    expect(PAYLOADS.length).toBeGreaterThan(400);
    for (const payloads of Object.values(KINDS)) expect(payloads.length).toBeGreaterThan(5);
  });
});

describe('the slots', () => {
  it('are the texts of the published schema and of the arguments, each in a document that is valid', () => {
    expect(SLOTS.length).toBeGreaterThan(450);
    const wrong = SLOTS.filter((slot, index) => !isFine(documentOf(slot, toMarker(slot, index))));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  /** Slots that repeat others: the same fields of another form of a survey, and other words of a locale. */
  const isRepeated = (slot: Slot) => !SHOWN.includes(slot) || slot.name.startsWith('options.locale.');

  it('take a payload in the page exactly when it matches the published schema', { timeout: 240_000 }, () => {
    // Every payload goes through every slot; a slot that repeats others gets every 16th.
    const wrong = SLOTS.flatMap((slot, at) =>
      PAYLOADS.filter((_, turn) => !isRepeated(slot) || (turn + at) % 16 === 0)
        .filter((payload) => !isKnown(payload))
        .filter((payload) => isFine(documentOf(slot, payload)) !== fits(slot.schema, payload))
        .map((payload) => `${slot.name}: ${JSON.stringify(payload.slice(0, 60))}`),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('take a payload in the parser exactly when it matches the published schema, and give it back unchanged', () => {
    // The parser is slow and the schemas repeat: each payload goes through every 31st slot, and every slot gets every 31st payload.
    const wrong = SLOTS.flatMap((slot, at) =>
      PAYLOADS.filter((payload, turn) => (turn + at) % 31 === 0 && !isReadApart(slot, payload)).filter((payload) => {
        const { options } = documentOf(slot, payload) as { options: JsonObject };
        const isIn = slot.name.startsWith('options');
        const issues = checkOptions(options);
        if (issues.length > 0) return !isIn || fits(slot.schema, payload);
        return (isIn && !fits(slot.schema, payload)) || !isDeepStrictEqual(parseOptions(options), options);
      }),
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what the payloads found', () => {
  it('a key that is too long for the schema is refused in the page', () => {
    const traits = Object.fromEntries([['x'.repeat(81), 1]]);
    expect(isValid(argumentNodes.identify, { traits })).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString'])('a question may have the id %s', (id) => {
    const survey = parseSurvey({ id: 'a', questions: [{ type: 'text', id, title: 'Why?' }] });
    const { toNormal } = sessionExtras;
    const session = createSession({
      survey: toNormal(survey, undefined),
      locale: english,
      now: () => 0,
      extras: sessionExtras,
    });
    session.write(id, 'Fast', 'keyboard');
    expect(session.submit()).toBe(true);
  });

  it('the page and the parser count the length of a text alike, in code points', () => {
    const options = { collector: '/x', surveys: [{ id: 'a', metric: 'nps', title: `x${'\u{1f600}'.repeat(250)}` }] };
    expect(isFine({ options })).toBe(checkOptions(options).length === 0);
  });

  it('an attribute data-__proto__ of the script tag is ignored', () => {
    expect(() => mergeConfig([], Object.fromEntries([['__proto__', 'x']]))).not.toThrow();
  });
});

describe('the attributes of the script tag', () => {
  const NAMES = [
    'brand',
    'title',
    'low',
    'high',
    'thanks',
    'subject',
    'target',
    'locale',
    'key',
    'collector',
    'privacyUrl',
  ];

  it.each(NAMES)('data-%s becomes the field of the same name, unchanged', (name) => {
    for (const payload of PAYLOADS) {
      const { options } = mergeConfig([], { metric: 'nps', [name]: payload });
      const [survey] = options.surveys as readonly JsonObject[];
      expect(survey?.[name] ?? (options as unknown as JsonObject)[name]).toBe(payload);
    }
  });

  it.each(['trigger', 'followUp', 'version', 'max', 'askLater', 'debug', 'survey', 'metric'])(
    'data-%s may be any text',
    (name) => {
      for (const payload of PAYLOADS) {
        const { options } = mergeConfig([], { metric: 'nps', [name]: payload });
        const { surveys, ...settings } = options as unknown as JsonObject;
        expect(() => lookAt(settings, surveys)).not.toThrow();
      }
    },
  );
});
