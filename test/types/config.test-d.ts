/** A test of the public types, run by `tsc`. The lines compile, except those marked with `@ts-expect-error`, which must not compile. */
import { createScorelet, type EventOf, type ScoreletOptions } from '../../src/index.ts';

const collector = '/collect';

export const valid: ScoreletOptions[] = [
  { collector },
  { collector, surveys: [{ id: 'a', metric: 'nps' }] },
  { collector, locale: 'pt-BR' },
  { collector, locale: { tag: 'sk', ui: { submit: 'Odoslať' }, csat: { labels: ['1', '2', '3', '4', '5'] } } },
  { collector, surveys: [{ id: 'a', metric: 'ces', variant: 'ease5', style: 'label' }] },
  {
    collector,
    surveys: [
      {
        id: 'a',
        questions: [{ type: 'rating', title: 'T', min: 1, max: 10, polarity: 'higher_is_better' }, { type: 'text' }],
      },
    ],
  },
  {
    collector,
    present: (session) => () => session.dismiss('api'),
    beforeSend: () => null,
    onError: (error) => error.issues,
  },
];

const options = [
  { id: 'price', label: 'Price' },
  { id: 'speed', label: 'Speed' },
];

export const kinds: ScoreletOptions = {
  collector,
  surveys: [
    { id: 'a', metric: 'csat', style: 'star', icons: ['♥'] },
    { id: 'b', metric: 'ces', variant: 'ease5', style: 'emoji' },
    {
      id: 'c',
      questions: [
        { type: 'nps' },
        { type: 'choice', title: 'Why?', options, multiple: true, other: true, segments: ['detractor'] },
        { type: 'rating', title: 'T', min: 0, max: 1, polarity: 'higher_is_better', style: 'thumb' },
        { type: 'email', required: true },
        { type: 'consent', title: 'You may write to me.' },
      ],
      endings: [
        { segments: ['promoter'], thanks: 'Thanks!', link: { url: 'https://reviews.example/', label: 'Tell' } },
      ],
      translations: { fr: { thanks: 'Merci !', choice: { title: 'Pourquoi ?', options: { price: 'Prix' } } } },
    },
  ],
};

// @ts-expect-error NPS does not allow the style `star`
export const npsStar: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'nps', style: 'star' }] };
// @ts-expect-error a scale of five points does not allow the style `thumb`
export const csatThumb: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'csat', style: 'thumb' }] };
// @ts-expect-error CES does not allow the style `star`
export const cesStar: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'ces', style: 'star' }] };
export const npsQuestionStar: ScoreletOptions = {
  collector,
  // @ts-expect-error an NPS question does not allow the style `star`
  surveys: [{ id: 'a', questions: [{ type: 'nps', style: 'star' }] }],
};
export const choice: ScoreletOptions = {
  collector,
  // @ts-expect-error a choice question requires options
  surveys: [{ id: 'a', questions: [{ type: 'choice', title: 'Why?' }] }],
};
export const option: ScoreletOptions = {
  collector,
  // @ts-expect-error an option requires an id and a label
  surveys: [{ id: 'a', questions: [{ type: 'choice', title: 'Why?', options: ['Price', 'Speed'] }] }],
};
export const consent: ScoreletOptions = {
  collector,
  // @ts-expect-error a consent question requires a title
  surveys: [{ id: 'a', questions: [{ type: 'consent' }] }],
};
export const emailLimit: ScoreletOptions = {
  collector,
  // @ts-expect-error an email question has no maxLength
  surveys: [{ id: 'a', questions: [{ type: 'email', maxLength: 5 }] }],
};
export const segments: ScoreletOptions = {
  collector,
  // @ts-expect-error a scored question has no segments
  surveys: [{ id: 'a', questions: [{ type: 'nps' }, { type: 'csat', segments: ['promoter'] }] }],
};
export const ending: ScoreletOptions = {
  collector,
  // @ts-expect-error a link requires a label
  surveys: [{ id: 'a', metric: 'nps', endings: [{ link: { url: 'https://reviews.example/' } }] }],
};

// @ts-expect-error `npss` is not a metric
export const metric: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'npss' }] };
// @ts-expect-error the label of a button must be a string
export const words: ScoreletOptions = { collector, locale: { ui: { submit: 5 } } };
// @ts-expect-error `submitt` is not a string of a locale
export const unknownWords: ScoreletOptions = { collector, locale: { ui: { submitt: 'Send' } } };
// @ts-expect-error a survey requires an id
export const id: ScoreletOptions = { collector, surveys: [{ metric: 'nps' }] };
// @ts-expect-error the NPS scale starts at 0
export const scale: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'nps', min: 1 }] };
// @ts-expect-error NPS does not allow the style `label`
export const npsStyle: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'nps', style: 'label' }] };
// @ts-expect-error `slider` is not a style
export const style: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'csat', style: 'slider' }] };
// @ts-expect-error CSAT has no variants
export const variant: ScoreletOptions = { collector, surveys: [{ id: 'a', metric: 'csat', variant: 'ease5' }] };
export const text: ScoreletOptions = {
  collector,
  // @ts-expect-error a text question has no scale
  surveys: [{ id: 'a', questions: [{ type: 'text', max: 5 }] }],
};
export const rating: ScoreletOptions = {
  collector,
  // @ts-expect-error a rating requires a polarity
  surveys: [{ id: 'a', questions: [{ type: 'rating', title: 'T', min: 1, max: 5 }] }],
};
// @ts-expect-error `brnad` is not an option
export const key: ScoreletOptions = { collector, brnad: 'Acme' };

export const events = () => {
  const scorelet = createScorelet({ collector });
  scorelet.on('answered', (event) => {
    if (event.data.answer.kind === 'score') {
      event.data.answer.score.toFixed();
      // @ts-expect-error a score answer has no text
      event.data.answer.text;
    } else {
      // @ts-expect-error a text answer has no score
      event.data.answer.score;
    }
    if (event.data.answer.kind === 'choice') {
      const [first] = event.data.answer.choices;
      first?.label.trim();
      // @ts-expect-error a choice answer has no email
      event.data.answer.email;
    } else if (event.data.answer.kind === 'consent') {
      const given: true = event.data.answer.given;
      return given;
    }
    return undefined;
  });
  scorelet.on('dismissed', ({ data }) => {
    const reason:
      | 'close_button'
      | 'escape'
      | 'never'
      | 'outside'
      | 'api'
      | 'route_change'
      | 'expired'
      | 'removed'
      | 'replaced' = data.reason;
    return reason;
  });
  // @ts-expect-error `answerd` is not an event name
  scorelet.on('answerd', () => {});
  // @ts-expect-error a subject requires a type and an id
  scorelet.track('order.confirmed', { subject: { id: '1' } });
  const type: EventOf<'completed'>['type'] = 'scorelet.survey.completed.v1';
  return type;
};
