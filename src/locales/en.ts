import type { Locale } from '../schema/locale.ts';
import { enNps } from './enNps.ts';

export const locale: Locale = {
  ...enNps,
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
    ...enNps.followUp,
    satisfied: 'What did you like most?',
    dissatisfied: 'What could we do better?',
    easy: 'What made it easy?',
    difficult: 'What made it difficult?',
  },
  ui: {
    ...enNps.ui,
    next: 'Next',
    back: 'Back',
    step: 'Question {current} of {total}',
    ratingOf: '{value} out of {max}',
    other: 'Other',
    email: 'Your e-mail address',
    errorEmail: 'Please enter an e-mail address such as name@example.com.',
    tab: 'Feedback',
    thumbsUp: 'Thumbs up',
    thumbsDown: 'Thumbs down',
  },
};
