/** The sample tickets for the first visit of the help desk. */
import { ME, type Message, type Ticket } from './ticket.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const mine = (at: number, text: string): Message => ({ from: 'customer', name: ME.name, at, text });
const theirs = (name: string, at: number, text: string): Message => ({ from: 'agent', name, at, text });

/**
 * Creates the sample tickets. Their times are relative to `now`, so that they look recent.
 * @param now Milliseconds since 1970.
 */
export const toSamples = (now: number): readonly Ticket[] => [
  {
    id: '4711',
    title: 'Connection drops every evening around nine',
    category: 'Connection',
    queue: 'technical',
    team: 'Network care',
    agent: 'Priya',
    solvedAt: undefined,
    messages: [
      mine(
        now - 26 * HOUR_MS,
        'Since last week the connection drops every evening around nine, for two or three minutes. The light on the box turns orange. I have restarted it twice.',
      ),
      theirs(
        'Priya',
        now - 25.2 * HOUR_MS,
        'Hello Maya, thank you for the exact time, that helped. I can see the drops on our side: a neighbouring cabinet is overloaded in the evening. I have asked for a port change.',
      ),
      mine(now - 24 * HOUR_MS, 'Thanks! Do I have to be at home for that?'),
      theirs(
        'Priya',
        now - 95 * MINUTE_MS,
        'No, it is all done remotely. The change went through this morning and your line has been stable since. Please have a look tonight; if nine o’clock comes and goes, you can mark this as solved.',
      ),
    ],
  },
  {
    id: '4698',
    title: 'Two installation fees on my invoice',
    category: 'Billing',
    queue: 'billing',
    team: 'Accounts',
    agent: 'Tomás',
    solvedAt: undefined,
    messages: [
      mine(now - 3 * DAY_MS, 'My invoice of this month has the installation fee on it twice. Could you take one off?'),
      theirs(
        'Tomás',
        now - 3 * DAY_MS + 38 * MINUTE_MS,
        'Hello Maya, you are right and I am sorry. I have taken the second fee off. €49.00 are on their way back to your account and will be there in two working days.',
      ),
    ],
  },
  {
    id: '4723',
    title: 'Taking my contract to a new address',
    category: 'Moving house',
    queue: 'orders',
    team: 'Customer service',
    agent: undefined,
    solvedAt: undefined,
    messages: [
      mine(
        now - 22 * MINUTE_MS,
        'I am moving to Quayside 4 at the end of next month. Can I keep my contract, and is there fibre in the house?',
      ),
    ],
  },
  {
    id: '4530',
    title: 'How do I change the name of my Wi-Fi?',
    category: 'Connection',
    queue: 'technical',
    team: 'Network care',
    agent: 'Jonas',
    solvedAt: now - 19 * DAY_MS,
    messages: [
      mine(now - 20 * DAY_MS, 'I would like to give my Wi-Fi another name. Where do I do that?'),
      theirs(
        'Jonas',
        now - 20 * DAY_MS + 2.5 * HOUR_MS,
        'Hello Maya, open the Skerry app, choose “Home network” and then the pencil beside the name. All devices have to be connected again afterwards.',
      ),
    ],
  },
];

/** Returns the agent and the text of the automatic answer to a new ticket. */
export const toFirstAnswer = (team: string): { agent: string; text: string } => {
  const answers: Readonly<Record<string, { agent: string; text: string }>> = {
    'Network care': {
      agent: 'Priya',
      text: 'Hello Maya, I have tested your line and sent a fresh configuration to your box. It has restarted and looks healthy from here. Is it working again for you?',
    },
    Accounts: {
      agent: 'Tomás',
      text: 'Hello Maya, I have checked your account and put it right. You will see the change on your next invoice. Is there anything else?',
    },
  };
  return (
    answers[team] ?? {
      agent: 'Jonas',
      text: 'Hello Maya, thank you for writing. I have taken care of it and you will get a confirmation by e-mail. Does that answer your question?',
    }
  );
};
