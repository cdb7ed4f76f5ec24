/** Everything the help desk knows of its survey: who is asked, when, about what. */
import { createScorelet, type Scorelet, type ScoreletOptions } from 'scorelet';
import { ME, type Ticket, toResolution } from './ticket.ts';

export interface TicketSurvey {
  /** Asks how easy it was; once for each ticket. */
  ask(ticket: Ticket): void;
}

const MODES: readonly ScoreletOptions['mode'][] = ['live', 'test', 'preview', 'off'];

/** One line for each thing that happened, for who watches the demo. */
const writeLog = (scorelet: Scorelet, log: (line: string) => void) => {
  scorelet.on('displayed', ({ data }) => log(`The survey “${data.survey.id}” was shown.`));
  scorelet.on('answered', ({ data }) => {
    const { answer } = data;
    log('score' in answer ? `Answered: ${answer.score} of ${answer.scale.max}.` : 'A comment was written.');
  });
  scorelet.on('completed', () => log('Completed and sent to the collector.'));
  scorelet.on('snoozed', () => log('“Ask me later”: not before next week.'));
  scorelet.on('dismissed', ({ data }) => log(`Closed without finishing (${data.reason}).`));
};

export const createTicketSurvey = (
  collector: string,
  mode: string | undefined,
  log: (line: string) => void,
): TicketSurvey => {
  const scorelet = createScorelet({
    collector,
    brand: 'Skerry',
    mode: MODES.find((each) => each === mode) ?? 'auto',
    context: { channel: 'web', touchpoint: { id: 'helpdesk', journeyStage: 'support' } },
    surveys: [{ id: 'ticket-closed', metric: 'ces', subject: 'ticket', trigger: { event: 'ticket.closed' } }],
  });
  scorelet.identify({ id: ME.id, traits: { plan: ME.plan } });
  writeLog(scorelet, log);
  return {
    ask(ticket) {
      scorelet.setContext({ resolution: toResolution(ticket, Date.now()) });
      scorelet.track('ticket.closed', { subject: { type: 'ticket', id: ticket.id } });
    },
  };
};
