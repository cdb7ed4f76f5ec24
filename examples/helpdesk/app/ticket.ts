/** The ticket type and functions that derive values from a ticket. */

export interface Message {
  readonly from: 'customer' | 'agent';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

export interface Ticket {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly queue: string;
  readonly team: string;
  /** The name of the assigned agent; undefined until an agent has answered. */
  readonly agent: string | undefined;
  readonly messages: readonly Message[];
  /** Milliseconds since 1970; undefined while the ticket is open. */
  readonly solvedAt: number | undefined;
}

export const ME = { id: 'cust-2041', name: 'Maya Lindqvist', plan: 'Fibre 500' } as const;
/** The agent of the agent's view. */
export const AGENT = { id: 'agent-17', name: 'Priya', team: 'Network care' } as const;

export const CATEGORIES = [
  { name: 'Connection', queue: 'technical', team: 'Network care' },
  { name: 'Billing', queue: 'billing', team: 'Accounts' },
  { name: 'Moving house', queue: 'orders', team: 'Customer service' },
  { name: 'Something else', queue: 'general', team: 'Customer service' },
] as const;

type Status = 'Solved' | 'Reply from us' | 'With our team';

export const toStatus = ({ solvedAt, messages }: Ticket): Status =>
  solvedAt !== undefined ? 'Solved' : messages.at(-1)?.from === 'agent' ? 'Reply from us' : 'With our team';

const openedAt = ({ messages }: Ticket): number => messages[0]?.at ?? 0;

/** Returns the time of the last change in milliseconds since 1970. */
export const changedAt = (ticket: Ticket): number => ticket.solvedAt ?? ticket.messages.at(-1)?.at ?? 0;

/** Returns the `resolution` of the survey's context for a ticket. */
export const toResolution = (ticket: Ticket, now: number) => {
  const { id, agent, team, queue, category, messages } = ticket;
  const opened = openedAt(ticket);
  const answers = messages.filter(({ from }) => from === 'agent');
  const first = answers[0];
  return {
    ticketId: id,
    agent,
    team,
    queue,
    category,
    timeToResolutionMs: now - opened,
    firstResponseMs: first && first.at - opened,
    firstContact: answers.length === 1,
  };
};
