import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { type EventDetails, toEvent, toEventData } from '../../src/core/index.ts';
import { parseEvent, type ScoreletEvent, toJsonSchemas } from '../../src/schema/index.ts';
import { facts, toPosted } from '../helpers/event.ts';
import { openSession } from '../helpers/session.ts';

/** Returns all events of one complete response, after a round trip through JSON. */
const events = (more: Partial<EventDetails> = {}): ScoreletEvent[] => {
  const { session } = openSession({ metric: 'nps', subject: 'order' });
  const list = toPosted(session, more);
  session.display();
  session.view();
  session.select('nps', 9, 'pointer');
  session.commit('nps');
  session.followLink('https://acme.example/', 'privacy');
  session.write('comment', 'Fast');
  session.submit();
  const other = openSession({ metric: 'csat' });
  const say = (change: Parameters<Parameters<typeof other.session.subscribe>[0]>[0]) => {
    if (change.type !== 'drawn') {
      const event = toEvent(toEventData(change, other.session, 'inline'), {
        ...facts(list.length, more),
        survey: other.session.survey,
      });
      list.push(JSON.parse(JSON.stringify(event)));
    }
  };
  say({ type: 'skipped', question: other.session.state().questions[0] as never });
  say({ type: 'dismissed', reason: 'never', answeredCount: 0 });
  say({ type: 'snoozed', answeredCount: 0 });
  list.push(
    JSON.parse(
      JSON.stringify(
        toEvent(
          { name: 'failed', data: { code: 'present_failed', message: 'x' } },
          { ...facts(list.length), survey: session.survey },
        ),
      ),
    ),
  );
  return list;
};

describe('an event', () => {
  it('of every type matches its schema and names its question, instrument and scale', () => {
    const all = events();
    expect(new Set(all.map(({ type }) => type)).size).toBe(9);
    for (const event of all) {
      expect(() => parseEvent(event), event.type).not.toThrow();
      if (!('question' in event.data)) continue;
      expect(event.data.question.title).not.toBe('');
    }
  });

  it('is accepted as a CloudEvent by the reference SDK, alone and in a batch', () => {
    const all = events();
    for (const event of all) expect(new CloudEvent(event as never).validate()).toBe(true);
    const parsed = HTTP.toEvent({
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(all),
    });
    expect(Array.isArray(parsed) && parsed.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('is valid under the JSON Schema that is published for its type', { timeout: 30_000 }, () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const documents = toJsonSchemas();
    const validators = new Map<string, ValidateFunction>();
    for (const event of events()) {
      const name = event.dataschema.split(':')[2] as string;
      const validate = validators.get(name) ?? ajv.compile(documents[name] as object);
      validators.set(name, validate);
      expect(validate(event), `${name} ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(validate({ ...event, data: { ...event.data, sequence: -1 } })).toBe(false);
    }
  });

  it('contains neither the respondent nor the subject when consent is denied', () => {
    for (const event of events({ quality: { test: false, preview: false, automation: false, consent: 'denied' } })) {
      if (!('question' in event.data)) continue;
      expect(event.data.respondent).toBeUndefined();
      expect(event.data.traits).toBeUndefined();
      expect(event.data.subject).toBeUndefined();
    }
  });

  it('has the page and the survey as its source, and the response as its subject', () => {
    expect(events()[0]).toMatchObject({
      source: 'https://shop.example#a',
      subject: 'response-1',
      dataschema: 'urn:scorelet:survey.displayed:v1',
    });
  });
});
