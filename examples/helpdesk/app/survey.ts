/** Sets up the help desk's CES survey: its definition, its trigger, the respondent and the context. */
import { type Answer, createScorelet, type Scorelet, type ScoreletOptions, type Survey } from 'scorelet';
import { AGENT, ME, type Ticket, toResolution } from './ticket.ts';

export interface TicketSurvey {
  /** Tracks that a ticket was closed. The survey asks once per ticket. */
  ask(ticket: Ticket): void;
}

/** The survey next to the button that closed the ticket. Only respondents in the segment "difficult" see reasons, address and consent. */
const SURVEY: Survey = {
  id: 'ticket-closed',
  presentation: 'anchored',
  target: '#ticket-state',
  subject: 'ticket',
  trigger: { event: 'ticket.closed' },
  // The default cap `subject` allows one display per ticket. A real help desk should keep the caps `touchpoint` and `ignored`, so that
  // a customer with three tickets in a week is asked about one. In this demo every closed ticket should ask.
  frequency: { clocks: { touchpoint: false, ignored: false } },
  questions: [
    { type: 'ces' },
    {
      type: 'choice',
      title: 'What made it difficult?',
      segments: ['difficult'],
      multiple: true,
      options: [
        { id: 'waiting', label: 'Waiting for an answer' },
        { id: 'repeating', label: 'Explaining it more than once' },
        { id: 'unsolved', label: 'It is not really solved' },
      ],
    },
    { type: 'text', title: 'What should we do differently?', titleBySegment: { easy: 'What went well?' } },
    { type: 'email', title: 'Where can our team lead reach you?', segments: ['difficult'] },
    { type: 'consent', title: 'You may write to me about this ticket.', segments: ['difficult'] },
  ],
};

const MODES: readonly ScoreletOptions['mode'][] = ['live', 'test', 'preview', 'off'];

const toLine = (answer: Answer): string => {
  switch (answer.kind) {
    case 'score':
      return `Answered: ${answer.score} of ${answer.scale.max}.`;
    case 'text':
      return 'A comment was written.';
    case 'choice':
      return `Chosen: ${answer.choices.map(({ label }) => label).join(', ')}.`;
    case 'email':
      return 'An address was left.';
    case 'consent':
      return 'Consent was given.';
    default: {
      const never: never = answer;
      return never;
    }
  }
};

/** Writes a log line for each event of the survey. */
const writeLog = (scorelet: Scorelet, log: (line: string) => void) => {
  scorelet.on('displayed', ({ data }) => log(`The survey “${data.survey.id}” was shown.`));
  scorelet.on('answered', ({ data }) => log(toLine(data.answer)));
  scorelet.on('completed', () => log('Completed and sent to the collector.'));
  scorelet.on('snoozed', () => log('“Ask me later”: not before next week.'));
  scorelet.on('dismissed', ({ data }) => log(`Closed without finishing (${data.reason}).`));
};

/** Matches gates that open again soon. The survey waits for them, so they are not logged. */
const PASSING = /^(turn|tab|page)$/;

/** Writes a log line with the first closed gate when the survey is not shown. */
const writeWhyNot = async (scorelet: Scorelet, log: (line: string) => void) => {
  const [explanation] = await scorelet.explain(SURVEY.id);
  const closed = explanation?.gates.find(({ gate, open }) => !open && !PASSING.test(gate));
  if (closed) log(`Not asked: ${closed.words}`);
};

export const createTicketSurvey = (
  collector: string,
  mode: string | undefined,
  asAgent: boolean,
  log: (line: string) => void,
): TicketSurvey => {
  const scorelet = createScorelet({
    collector,
    brand: 'Skerry',
    mode: MODES.find((each) => each === mode) ?? 'auto',
    context: { channel: 'web', touchpoint: { id: 'helpdesk', journeyStage: 'support' } },
    surveys: [SURVEY],
  });
  // Agents close tickets on the same pages. Surveys are not shown to respondents with the role `agent`.
  if (asAgent) scorelet.identify({ id: AGENT.id, role: 'agent' });
  else scorelet.identify({ id: ME.id, role: 'customer', traits: { plan: ME.plan } });
  writeLog(scorelet, log);
  return {
    ask(ticket) {
      scorelet.setContext({ resolution: toResolution(ticket, Date.now()) });
      scorelet.track('ticket.closed', { subject: { type: 'ticket', id: ticket.id } });
      void writeWhyNot(scorelet, log);
    },
  };
};
