import type { Locale } from '../schema/locale.ts';
import { english } from './english.ts';

export const locale: Locale = {
  ...english,
  ui: {
    ...english.ui,
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
