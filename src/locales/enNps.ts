import type { Locale } from '../schema/locale.ts';

/** English as far as an NPS prompt needs it: this much travels with the prompt, the rest is in `en.ts`. */
export const enNps: Locale = {
  tag: 'en',
  dir: 'ltr',
  nps: {
    title: 'How likely is it that you would recommend {brand} to a friend or colleague?',
    titleUs: 'How likely is it that you would recommend us to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  },
  followUp: {
    generic: 'What is the main reason for your score?',
    promoter: 'What did you like most?',
    passive: 'What would have made your experience better?',
    detractor: 'What could we do better?',
  },
  ui: {
    submit: 'Submit',
    close: 'Close',
    thanks: 'Thank you for your feedback!',
    optional: 'optional',
    required: 'required',
    errorRequired: 'Please answer this question.',
    errorTooLong: 'Your answer is too long. Character limit: {max}.',
    errorTooShort: 'Your answer is too short. Characters needed: {min}.',
    surveyLabel: 'Feedback survey',
    opened: 'A short, optional survey has opened.',
    later: 'Ask me later',
    charsLeft: 'Characters left: {count}',
    scaleHint: 'Scale from {min} to {max}. {min}: {low}. {max}: {high}.',
    privacy: 'Privacy',
    never: 'Don’t ask again',
  },
};
