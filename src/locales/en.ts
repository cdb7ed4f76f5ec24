import type { Locale, ScaleWording } from '../schema/locale.ts';
import { english } from './english.ts';

/** Returns the labels of a scale that names every point. The labels of the two ends are the first and the last name. */
const withLabels = (
  { low, high, ...words }: ScaleWording & { low: string; high: string },
  ...between: string[]
): ScaleWording => ({
  ...words,
  labels: [low, ...between, high],
});

export const locale: Locale = {
  ...english,
  csat: withLabels(english.csat, 'Dissatisfied', 'Neutral', 'Satisfied'),
  ces2: withLabels(
    english.ces2,
    'Disagree',
    'Somewhat disagree',
    'Neither agree nor disagree',
    'Somewhat agree',
    'Agree',
  ),
  ease5: withLabels(english.ease5, 'Difficult', 'Neither easy nor difficult', 'Easy'),
  ces1: {
    title: 'How much effort did you personally have to put forth to handle your request?',
    low: 'Very low effort',
    high: 'Very high effort',
  },
  ui: {
    ...english.ui,
    errorTooShort: 'Your answer is too short. Characters needed: {min}.',
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
