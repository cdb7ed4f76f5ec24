import type { ConformanceCase } from '../conformanceCase.ts';
import { expectStatus, expectTaken } from '../receipt.ts';

interface TypeRow {
  what: string;
  type: string;
  requirement: ConformanceCase['requirement'];
  why: string;
  single?: boolean;
}

const TYPES: readonly TypeRow[] = [
  {
    what: 'text-utf8',
    type: 'text/plain;charset=UTF-8',
    requirement: 'must',
    why: 'accepts a batch as text/plain;charset=UTF-8, the content type of the SDK',
  },
  { what: 'text', type: 'text/plain', requirement: 'must', why: 'accepts a batch as text/plain without a charset' },
  {
    what: 'batch-json',
    type: 'application/cloudevents-batch+json',
    requirement: 'must',
    why: 'accepts a batch as application/cloudevents-batch+json',
  },
  {
    what: 'batch-json-utf8',
    type: 'application/cloudevents-batch+json; charset=utf-8',
    requirement: 'must',
    why: 'accepts a batch as application/cloudevents-batch+json with a charset',
  },
  {
    what: 'event-json',
    type: 'application/cloudevents+json',
    requirement: 'must',
    why: 'accepts one event, not in an array, as application/cloudevents+json',
    single: true,
  },
  { what: 'json', type: 'application/json', requirement: 'must', why: 'accepts a batch as application/json' },
  {
    what: 'json-single',
    type: 'application/json',
    requirement: 'should',
    why: 'accepts one event, not in an array, as application/json',
    single: true,
  },
  {
    what: 'any-case',
    type: 'Text/Plain; Charset="utf-8"',
    requirement: 'should',
    why: 'ignores case and quotes in media types (RFC 9110, 8.3.1)',
  },
];

export const contentTypeCases: readonly ConformanceCase[] = [
  ...TYPES.map(
    ({ what, type, requirement, why, single }): ConformanceCase => ({
      id: `request.${what}`,
      title: why,
      requirement,
      section: 'request',
      async run({ events, send }) {
        const event = events.answered();
        const body = JSON.stringify(single ? event : [event]);
        expectTaken(await send({ body, headers: { 'Content-Type': type } }), [event]);
      },
    }),
  ),
  {
    id: 'request.other-type',
    title: 'refuses an unsupported content type with 415',
    requirement: 'should',
    section: 'errors',
    async run({ events, post }) {
      expectStatus(await post([events.answered()], { headers: { 'Content-Type': 'application/xml' } }), 415);
    },
  },
];
