import type { Locale } from '../schema/locale.ts';

/** English for number scales with a comment. It is bundled with the prompt; `en.ts` adds the other strings. */
export const english: Locale = {
  tag: 'en',
  dir: 'ltr',
  nps: {
    title: 'How likely is it that you would recommend {brand} to a friend or colleague?',
    titleUs: 'How likely is it that you would recommend us to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  },
  csat: {
    title: 'How satisfied are you with your experience with {brand}?',
    titleUs: 'Overall, how satisfied are you with your experience?',
    labels: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  },
  ces2: {
    lead: 'To what extent do you agree or disagree with this statement?',
    title: '{brand} made it easy for me to handle my issue.',
    titleUs: 'The company made it easy for me to handle my issue.',
    labels: [
      'Strongly disagree',
      'Disagree',
      'Somewhat disagree',
      'Neither agree nor disagree',
      'Somewhat agree',
      'Agree',
      'Strongly agree',
    ],
  },
  ease5: {
    title: 'How easy was it to deal with {brand} today?',
    titleUs: 'How easy was it to deal with us today?',
    labels: ['Very difficult', 'Difficult', 'Neither easy nor difficult', 'Easy', 'Very easy'],
  },
  ces1: {
    title: 'How much effort did you personally have to put forth to handle your request?',
    low: 'Very low effort',
    high: 'Very high effort',
  },
  followUp: {
    generic: 'What is the main reason for your score?',
    promoter: 'What did you like most?',
    passive: 'What would have made your experience better?',
    detractor: 'What could we do better?',
    satisfied: 'What did you like most?',
    dissatisfied: 'What could we do better?',
    easy: 'What made it easy?',
    difficult: 'What made it difficult?',
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
