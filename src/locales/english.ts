import type { Locale } from '../schema/locale.ts';

/** The English strings of a number scale with a comment. They are part of the prompt; `en.ts` adds all other strings. */
export const english = {
  tag: 'en',
  dir: 'ltr' as const,
  nps: {
    title: 'How likely is it that you would recommend {brand} to a friend or colleague?',
    titleUs: 'How likely is it that you would recommend us to a friend or colleague?',
    low: 'Not at all likely',
    high: 'Extremely likely',
  },
  csat: {
    title: 'How satisfied are you with your experience with {brand}?',
    titleUs: 'Overall, how satisfied are you with your experience?',
    low: 'Very dissatisfied',
    high: 'Very satisfied',
  },
  ces2: {
    lead: 'To what extent do you agree or disagree with this statement?',
    title: '{brand} made it easy for me to handle my issue.',
    titleUs: 'The company made it easy for me to handle my issue.',
    low: 'Strongly disagree',
    high: 'Strongly agree',
  },
  ease5: {
    title: 'How easy was it to deal with {brand} today?',
    titleUs: 'How easy was it to deal with us today?',
    low: 'Very difficult',
    high: 'Very easy',
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
    surveyLabel: 'Feedback survey',
    opened: 'A short, optional survey has opened.',
    later: 'Ask me later',
    charsLeft: 'Characters left: {count}',
    privacy: 'Privacy',
    never: 'Don’t ask again',
  },
} satisfies Locale;
