/** The frequency caps of a survey whose definition sets none. */
import type { Clock } from '../../schema/index.ts';

type Clocks = Readonly<Record<string, Clock>>;

/** The caps of a survey about the relationship as a whole: one such survey every twelve weeks. */
export const RELATIONAL_CLOCKS: Clocks = {
  relational: { per: 'scope', displayed: '12w', answered: '12w', dismissed: '12w' },
};

/** The caps of a survey about one experience: never twice about the same subject, and once a month at the same touchpoint. */
export const TRANSACTIONAL_CLOCKS: Clocks = {
  subject: { per: 'subject', answered: 'ever', dismissed: 'ever' },
  touchpoint: { per: 'touchpoint', displayed: '30d', answered: '30d', dismissed: '30d' },
};

/**
 * The caps of every survey: two weeks between any two surveys, a week after "Ask me later", and twelve weeks after five ignored displays.
 */
export const COMMON_CLOCKS: Clocks = {
  any: { per: 'all', displayed: '14d' },
  snooze: { per: 'survey', snoozed: '7d' },
  ignored: { per: 'survey', displayed: '12w', times: 5 },
};
