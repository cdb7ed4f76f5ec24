/**
 * The scenes of the gallery. A scene has the name of its picture, a caption, a survey and the actions in the prompt. Actions: a number
 * chooses a score, `{ pick }` chooses an option, `{ comment }`, `{ email }` and `{ other }` fill a field, `'submit'` clicks the button.
 */
import { LANGUAGES } from './words.mjs';

/** The presentations with their survey settings. */
const PRESENTATIONS = [
  { name: 'popover', title: 'Popover', survey: { presentation: 'popover' } },
  { name: 'modal', title: 'Modal', survey: { presentation: 'modal' } },
  { name: 'inline', title: 'Inline', survey: { presentation: 'inline', target: '#inline' } },
  { name: 'banner-top', title: 'Banner at the top', survey: { presentation: 'banner', placement: 'top' } },
  { name: 'banner-bottom', title: 'Banner at the bottom', survey: { presentation: 'banner', placement: 'bottom' } },
  { name: 'anchored', title: 'Anchored to a button', survey: { presentation: 'anchored', target: '#track' } },
  { name: 'tab', title: 'Tab, opened', survey: { presentation: 'tab' } },
];

const toStyles = ({ helped: title, no: low, yes: high }) => ({
  number: { survey: { metric: 'nps' }, chosen: 9, says: 'NPS in numbers, 9 chosen' },
  label: { survey: { metric: 'csat', style: 'label' }, chosen: 4, says: 'CSAT in words, the fourth of five chosen' },
  star: { survey: { metric: 'csat', style: 'star' }, chosen: 4, says: 'CSAT in stars, four of five' },
  emoji: { survey: { metric: 'csat', style: 'emoji' }, chosen: 5, says: 'CSAT in faces, the happiest chosen' },
  thumb: {
    survey: { type: 'rating', style: 'thumb', min: 0, max: 1, polarity: 'higher_is_better', title, low, high },
    chosen: 1,
    says: 'Thumbs, up chosen',
  },
});

/** Creates a survey without a comment question. `asked` is a metric's short form, or a rating question, which has no short form. */
const toSurvey = (around, asked) =>
  asked.type ? { ...around, questions: [asked] } : { ...around, followUp: false, ...asked };

const styles = PRESENTATIONS.map((presentation) => ({
  title: presentation.title,
  scenes: Object.keys(toStyles(LANGUAGES.en)).flatMap((style) =>
    Object.entries(LANGUAGES).map(([lang, words]) => {
      const { survey, chosen, says } = toStyles(words)[style];
      return {
        name: `${presentation.name}-${style}-${lang}`,
        caption: `${says}, ${words.name}`,
        lang,
        survey: toSurvey(presentation.survey, survey),
        // Inline surveys are shown unanswered, all others with a chosen score.
        actions: presentation.name === 'inline' ? [] : [chosen],
      };
    }),
  ),
}));

const folded = {
  title: 'Tab, folded',
  scenes: Object.entries(LANGUAGES).map(([lang, words]) => ({
    name: `tab-folded-${lang}`,
    caption: `Folded at the edge of the page, ${words.name}`,
    lang,
    survey: { presentation: 'tab', metric: 'nps' },
    folded: true,
  })),
};

const NPS = { metric: 'nps' };
const PALETTES = [
  ['ink', 'Ink, the default'],
  ['tide', 'Tide'],
  ['clay', 'Clay'],
  ['iris', 'Iris'],
  ['contrast', 'More contrast, requested by the system'],
  ['own', 'Derived from one colour, #e4572e'],
];
const palettes = {
  title: 'Palettes',
  scenes: PALETTES.flatMap(([name, says]) =>
    ['light', 'dark'].map((scheme) => ({
      name: `palette-${name}-${scheme}`,
      caption: `${says}, ${scheme}`,
      survey: NPS,
      dark: scheme === 'dark',
      contrast: name === 'contrast',
      // `contrast` is not a theme option: the browser's media feature switches it on.
      theme: { contrast: 'ink', own: { accent: '#e4572e' } }[name] ?? name,
      actions: [9],
    })),
  ),
};

const STEPS = {
  questions: [{ type: 'csat', style: 'star' }, { type: 'ces' }, { type: 'nps' }],
};
const REASONS = {
  questions: [
    { type: 'csat', style: 'star' },
    {
      type: 'choice',
      title: 'What went wrong?',
      segments: ['dissatisfied', 'neutral'],
      multiple: true,
      other: true,
      options: [
        { id: 'late', label: 'It came late' },
        { id: 'size', label: 'The size was not as described' },
        { id: 'damaged', label: 'Something was damaged' },
      ],
    },
    { type: 'email', segments: ['dissatisfied'] },
    { type: 'consent', title: 'You may write to me about this order.', segments: ['dissatisfied'] },
  ],
};
const THANKS = {
  ...NPS,
  followUp: false,
  endings: [
    {
      segments: ['promoter'],
      thanks: 'Thank you, that made our day.',
      link: { url: 'https://reviews.example/acme', label: 'Say it where others read it' },
    },
  ],
};

const states = {
  title: 'States',
  scenes: [
    { name: 'rating', caption: 'Initial state: nothing is chosen', survey: NPS },
    { name: 'focus', caption: 'Chosen with the keyboard', survey: NPS, keys: '8' },
    {
      name: 'revealed',
      caption: 'The comment field appears after the score; its question depends on the segment',
      survey: { ...NPS, privacyUrl: '/privacy' },
      actions: [6, { comment: 'The parcel came, but the tracking page was a day behind.' }],
    },
    { name: 'error', caption: 'Submitted without a score', survey: NPS, actions: ['submit'] },
    {
      name: 'steps',
      caption: 'The second of three steps, with a back button',
      survey: STEPS,
      actions: [5, 'submit', 6],
    },
    {
      name: 'reasons',
      caption: 'Reasons, e-mail address and consent, asked only after a low score',
      survey: REASONS,
      actions: [2, { pick: 'late' }, { pick: 'damaged' }, { email: 'noor@example.com' }],
    },
    {
      name: 'reasons-error',
      caption: 'An invalid e-mail address',
      survey: REASONS,
      actions: [2, { email: 'noor@' }, 'submit'],
    },
    {
      name: 'choice',
      caption: 'A single choice with the option “Other”',
      survey: {
        questions: [
          {
            type: 'choice',
            title: 'How did you hear of us?',
            other: true,
            options: [
              { id: 'friend', label: 'From a friend' },
              { id: 'search', label: 'A search engine' },
            ],
          },
        ],
      },
      actions: [{ pick: 'other' }, { other: 'A poster at the station' }],
    },
    { name: 'thanks', caption: 'The thank-you message', survey: { ...NPS, followUp: false }, actions: [7, 'submit'] },
    {
      name: 'thanks-link',
      caption: 'A thank-you message for promoters, with a link',
      survey: THANKS,
      actions: [10, 'submit'],
    },
    {
      name: 'modal-revealed',
      caption: 'A modal with its comment',
      survey: { ...NPS, presentation: 'modal' },
      actions: [3, { comment: 'Nobody answered the phone.' }],
    },
    {
      name: 'banner-revealed',
      caption: 'A banner with its comment',
      survey: { ...NPS, presentation: 'banner' },
      actions: [8],
    },
    {
      name: 'effort',
      caption: 'CES: a statement and seven points, German',
      lang: 'de',
      survey: { metric: 'ces', followUp: false },
      actions: [6],
    },
    {
      name: 'effort-label',
      caption: 'CES with labels instead of numbers, German',
      lang: 'de',
      survey: { metric: 'ces', style: 'label', followUp: false },
      actions: [6],
    },
    {
      name: 'own-icons',
      caption: 'Custom icons',
      survey: { metric: 'csat', style: 'emoji', icons: ['🌧️', '☁️', '⛅', '🌤️', '☀️'], followUp: false },
      actions: [4],
    },
    {
      name: 'ten-stars',
      caption: 'Ten stars',
      survey: {
        questions: [
          { type: 'rating', style: 'star', min: 1, max: 10, polarity: 'higher_is_better', title: 'How was the film?' },
        ],
      },
      actions: [7],
    },
    {
      name: 'reasons-dark',
      caption: 'Reasons in the dark color scheme',
      survey: REASONS,
      dark: true,
      theme: 'tide',
      actions: [2, { pick: 'late' }],
    },
    {
      name: 'faces-dark',
      caption: 'Faces in the dark color scheme',
      survey: { metric: 'csat', style: 'emoji', followUp: false },
      dark: true,
      actions: [4],
    },
    {
      name: 'forced-colors',
      caption: 'Forced colors of the system',
      survey: { metric: 'csat', style: 'star' },
      forced: true,
      actions: [3],
    },
  ].map((scene) => ({ ...scene, name: `state-${scene.name}` })),
};

const toNarrow = (name, caption, survey, more = {}) => ({
  name: `narrow-${name}`,
  caption,
  survey,
  narrow: true,
  ...more,
});
const narrow = {
  title: 'On a phone, 320 pixels wide',
  scenes: [
    toNarrow('number', 'NPS in two rows', NPS),
    toNarrow('revealed', 'With its comment, French', NPS, { lang: 'fr', actions: [9] }),
    toNarrow('arabic', 'From right to left, Arabic', NPS, { lang: 'ar', actions: [3] }),
    toNarrow('japanese', 'Japanese', NPS, { lang: 'ja', actions: [10] }),
    toNarrow('star', 'Stars', { metric: 'csat', style: 'star', followUp: false }, { actions: [4] }),
    toNarrow('emoji', 'Faces', { metric: 'csat', style: 'emoji', followUp: false }, { actions: [2] }),
    toNarrow('label', 'Words, German', { metric: 'ces', style: 'label', followUp: false }, { lang: 'de' }),
    toNarrow(
      'seven',
      'Seven points in one row, German',
      { metric: 'ces', followUp: false },
      { lang: 'de', actions: [5] },
    ),
    toNarrow('thumb', 'Thumbs', toSurvey({}, toStyles(LANGUAGES.en).thumb.survey), { actions: [0] }),
    toNarrow('banner', 'A banner', { ...NPS, presentation: 'banner', followUp: false }),
    toNarrow('modal', 'A modal', { metric: 'csat', style: 'star', presentation: 'modal' }, { actions: [3] }),
    toNarrow('anchored', 'Anchored', { ...NPS, presentation: 'anchored', target: '#track', followUp: false }),
    toNarrow('tab', 'A tab', { ...NPS, presentation: 'tab' }, { folded: true }),
    toNarrow(
      'steps',
      'Steps, with a privacy link and a back button',
      { ...STEPS, privacyUrl: '/privacy' },
      { actions: [5, 'submit', 6] },
    ),
    toNarrow('reasons', 'Reasons', REASONS, { dark: true, actions: [1, { pick: 'size' }] }),
    toNarrow('thanks', 'Thanks with a link', THANKS, { actions: [9, 'submit'] }),
  ],
};

export const SECTIONS = [palettes, states, narrow, ...styles, folded];
