import { Ajv2020 } from 'ajv/dist/2020.js';
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { type EventOf, parseEvent, type ScoreletEvent, type Survey, toJsonSchemas } from '../../src/schema/index.ts';
import { toPosted } from '../helpers/event.ts';
import { openSession, REASONS } from '../helpers/session.ts';

const EVERY_KIND: Partial<Survey> & object = {
  questions: [
    { type: 'nps' },
    { type: 'text', segments: ['detractor'] },
    REASONS,
    {
      type: 'rating',
      title: 'Was {reasons|it} fine?',
      min: 0,
      max: 1,
      polarity: 'higher_is_better',
      style: 'thumb',
      labels: ['No', 'Yes'],
      icons: ['👎', '👍'],
    },
    { type: 'email' },
    { type: 'consent', title: 'You may write to me.' },
  ],
  endings: [{ link: { url: 'https://reviews.example/', label: 'Tell others' } }],
};

const ofType = <Type extends ScoreletEvent['type']>(events: readonly ScoreletEvent[], type: Type) =>
  events.filter((event): event is Extract<ScoreletEvent, { type: Type }> => event.type === type);

const answered = (events: readonly ScoreletEvent[]): EventOf<'answered'>[] =>
  ofType(events, 'scorelet.question.answered.v1');

/** Returns the events of a response to every kind of question. The questions in `leave` stay unanswered. */
const respond = (leave: readonly string[] = []) => {
  const { session } = openSession(EVERY_KIND);
  const events = toPosted(session);
  const give = (id: string, act: () => void) => leave.includes(id) || act();
  session.display();
  session.view();
  session.select('nps', 2, 'pointer');
  session.commit('nps');
  give('comment', () => session.write('comment', 'Late', 'keyboard'));
  give('reasons', () => {
    session.choose('reasons', ['speed', 'other'], 'pointer');
    session.write('reasons', 'Rain', 'keyboard');
  });
  session.submit();
  session.select('rating', 1, 'pointer');
  session.commit('rating');
  give('email', () => session.write('email', 'anna@example.com', 'keyboard'));
  give('consent', () => session.choose('consent', ['given'], 'pointer'));
  session.submit();
  session.followLink('https://reviews.example/', 'ending');
  return events;
};

describe('an event of a survey with every kind of question', () => {
  it('is valid under the zod schema and the published JSON Schema of its type', { timeout: 30_000 }, () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const documents = toJsonSchemas();
    for (const name of ['question.answered', 'question.skipped', 'survey.completed', 'link.followed']) {
      const validate = ajv.compile(documents[name] as object);
      const events = [...respond(), ...respond(['comment', 'reasons', 'email', 'consent'])];
      const about = events.filter(({ type }) => type === `scorelet.${name}.v1`);
      expect(about.length, name).toBeGreaterThan(0);
      for (const event of about) {
        expect(() => parseEvent(event), name).not.toThrow();
        expect(validate(event), `${name} ${JSON.stringify(validate.errors)}`).toBe(true);
        expect(parseEvent(event)).toEqual(event);
      }
    }
  });

  it.each([
    ['choice', { choices: [] }],
    ['choice', { multiple: undefined }],
    ['choice', { choices: [{ id: 'a b', label: 'A' }] }],
    ['email', { email: 'a' }],
    ['consent', { given: false }],
    ['consent', { kind: 'agreement' }],
  ])('is rejected when the answer to a %s question is invalid: %o', (kind, wrong) => {
    const event = answered(respond()).find(({ data }) => data.answer.kind === kind) as EventOf<'answered'>;
    expect(() => parseEvent(event)).not.toThrow();
    expect(() =>
      parseEvent({ ...event, data: { ...event.data, answer: { ...event.data.answer, ...wrong } } }),
    ).toThrow();
  });

  it('is accepted as a CloudEvent by the reference SDK, alone and in a batch', () => {
    const events = respond();
    for (const event of events) expect(new CloudEvent(event as never).validate()).toBe(true);
    const parsed = HTTP.toEvent({
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    });
    expect(Array.isArray(parsed) && parsed.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  it('has the next sequence number, across all steps, from displayed to the followed link', () => {
    const events = respond(['email']);
    expect(events.map(({ data }) => data.sequence)).toEqual(events.map((_, index) => index));
    expect(events.map(({ type }) => type.split('.').at(-2))).toEqual([
      'displayed',
      'viewed',
      ...['answered', 'answered', 'answered', 'answered', 'answered'],
      'skipped',
      'completed',
      'followed',
    ]);
  });

  it('names the question of an answer, with its instrument and scale if it has them', () => {
    const events = answered(respond());
    expect(events.map(({ data }) => data.question)).toEqual(events.map(({ data }) => data.answer.question));
    expect(events.map(({ data }) => [data.question.type, data.instrument?.variant, data.scale?.style])).toEqual([
      ['nps', 'nps', 'number'],
      ['text', undefined, undefined],
      ['choice', undefined, undefined],
      ['rating', 'rating', 'thumb'],
      ['email', undefined, undefined],
      ['consent', undefined, undefined],
    ]);
    expect(events[3]?.data.scale?.labels).toEqual(['No', 'Yes']);
    expect(events[3]?.data.question.title).toBe('Was \u2068Speed, Rain\u2069 fine?');
  });

  it('names the skipped question, even one of an earlier step, without an instrument or a scale', () => {
    const skipped = ofType(respond(['comment', 'reasons', 'consent']), 'scorelet.question.skipped.v1');
    expect(skipped.map(({ data }) => data.question)).toMatchObject([
      { id: 'comment', type: 'text' },
      { id: 'reasons', type: 'choice', title: 'Because of' },
      { id: 'consent', type: 'consent' },
    ]);
    for (const { data } of skipped) {
      expect(data).not.toHaveProperty('instrument');
      expect(data).not.toHaveProperty('scale');
    }
  });

  it('of type completed repeats the last version of each answer', () => {
    const events = respond();
    const [completed] = ofType(events, 'scorelet.survey.completed.v1');
    expect(completed?.data.answers).toEqual(answered(events).map(({ data }) => data.answer));
  });

  it('of type completed leaves out questions that are no longer asked after the respondent went back and changed the score', () => {
    const { session } = openSession(EVERY_KIND);
    const events = toPosted(session);
    session.select('nps', 2, 'pointer');
    session.write('comment', 'Late');
    session.submit();
    session.back();
    session.select('nps', 9, 'pointer');
    session.submit();
    session.select('rating', 1, 'pointer');
    session.submit();
    const [completed] = ofType(events, 'scorelet.survey.completed.v1');
    expect(completed?.data.answers).toMatchObject([{ score: 9, segment: 'promoter' }, { score: 1 }]);
    expect(ofType(events, 'scorelet.question.skipped.v1').map(({ data }) => data.question.id)).toEqual([
      'reasons',
      'email',
      'consent',
    ]);
    expect(() => events.map(parseEvent)).not.toThrow();
  });

  it('of type link followed contains the URL and the kind of the link', () => {
    expect(respond().at(-1)).toMatchObject({
      type: 'scorelet.link.followed.v1',
      dataschema: 'urn:scorelet:link.followed:v1',
      data: { url: 'https://reviews.example/', link: 'ending' },
    });
  });

  it('of an answer marks a score that was preselected by a link', () => {
    const { session } = openSession(EVERY_KIND, undefined, { prefill: 9 });
    const events = toPosted(session);
    session.submit();
    expect(answered(events)[0]?.data.answer).toMatchObject({ score: 9, commit: { inputMode: 'prefill' } });
    expect(() => events.map(parseEvent)).not.toThrow();
  });
});
