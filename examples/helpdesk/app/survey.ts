/** Everything the help desk knows of its survey: who is asked, when, about what. */
import { type Answer, createScorelet, type Scorelet, type ScoreletOptions, type Survey } from 'scorelet';
import { AGENT, ME, type Ticket, toResolution } from './ticket.ts';

export interface TicketSurvey {
  /** Asks how easy it was; once for each ticket. */
  ask(ticket: Ticket): void;
}

/** Beside the button that closed the ticket. Who had it easy says why and is done; who had not may say more, and be called back. */
const SURVEY: Survey = {
  id: 'ticket-closed',
  presentation: 'anchored',
  target: '#ticket-state',
  subject: 'ticket',
  trigger: { event: 'ticket.closed' },
  // Each ticket asks once, by the default clock `subject`. A help desk of your own keeps the other two as well: somebody with three
  // tickets in a week is asked about one. Who tries this demo closes several in a minute and wants to see each of them ask.
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

/** One line for each thing that happened, for who watches the demo. */
const writeLog = (scorelet: Scorelet, log: (line: string) => void) => {
  scorelet.on('displayed', ({ data }) => log(`The survey “${data.survey.id}” was shown.`));
  scorelet.on('answered', ({ data }) => log(toLine(data.answer)));
  scorelet.on('completed', () => log('Completed and sent to the collector.'));
  scorelet.on('snoozed', () => log('“Ask me later”: not before next week.'));
  scorelet.on('dismissed', ({ data }) => log(`Closed without finishing (${data.reason}).`));
};

/** Gates of the page and its tabs: they are soon open, and the survey waits for them. */
const PASSING = /^(turn|tab|page)$/;

/** Says what keeps the survey back, if something does. */
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
  // An agent closes tickets on the same pages, and is never asked how easy it was for the customer.
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
