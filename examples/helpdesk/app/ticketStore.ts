/** Stores the tickets in localStorage. A real help desk would store them on its server. */
import { toFirstAnswer, toSamples } from './samples.ts';
import { AGENT, CATEGORIES, changedAt, ME, type Message, type Ticket } from './ticket.ts';

const KEY = 'skerry:tickets';
const ANSWER_DELAY_MS = 1800;

const readTickets = (): readonly Ticket[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '');
    if (Array.isArray(stored)) return stored;
  } catch {
    // No stored tickets, or no storage: the store begins with the samples.
  }
  return toSamples(Date.now());
};

export interface TicketStore {
  /** Returns all tickets, the latest first and solved tickets last. */
  list(): readonly Ticket[];
  find(id: string): Ticket | undefined;
  /** Opens a ticket. An automatic answer follows a moment later. */
  open(category: string, title: string, text: string): Ticket;
  reply(id: string, text: string, asAgent: boolean): void;
  solve(id: string): void;
  reopen(id: string): void;
  /** Calls the listener after each change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
}

export const createTicketStore = (): TicketStore => {
  let tickets = readTickets();
  const listeners = new Set<() => void>();

  const change = (next: readonly Ticket[]) => {
    tickets = next;
    try {
      localStorage.setItem(KEY, JSON.stringify(tickets));
    } catch {
      // Without storage the tickets last until the page is closed.
    }
    for (const listener of listeners) listener();
  };
  const update = (id: string, toNext: (ticket: Ticket) => Ticket) =>
    change(tickets.map((ticket) => (ticket.id === id ? toNext(ticket) : ticket)));
  const mine = (text: string): Message => ({ from: 'customer', name: ME.name, at: Date.now(), text });
  const ours = (text: string): Message => ({ from: 'agent', name: AGENT.name, at: Date.now(), text });

  const answerSoon = (id: string) =>
    setTimeout(() => {
      update(id, (ticket) => {
        if (ticket.solvedAt !== undefined) return ticket;
        const { agent, text } = toFirstAnswer(ticket.team);
        const name = ticket.agent ?? agent;
        return {
          ...ticket,
          agent: name,
          messages: [...ticket.messages, { from: 'agent', name, at: Date.now(), text }],
        };
      });
    }, ANSWER_DELAY_MS);

  return {
    list: () =>
      [...tickets].sort(
        (a, b) => Number(a.solvedAt !== undefined) - Number(b.solvedAt !== undefined) || changedAt(b) - changedAt(a),
      ),
    find: (id) => tickets.find((ticket) => ticket.id === id),
    open(name, title, text) {
      const { queue, team } = CATEGORIES.find((category) => category.name === name) ?? CATEGORIES[0];
      const id = `${Math.max(...tickets.map((ticket) => Number(ticket.id)), 4000) + 1}`;
      const ticket: Ticket = {
        id,
        title,
        category: name,
        queue,
        team,
        agent: undefined,
        solvedAt: undefined,
        messages: [mine(text)],
      };
      change([...tickets, ticket]);
      answerSoon(id);
      return ticket;
    },
    reply: (id, text, asAgent) =>
      update(id, (ticket) => ({ ...ticket, messages: [...ticket.messages, (asAgent ? ours : mine)(text)] })),
    solve: (id) => update(id, (ticket) => ({ ...ticket, solvedAt: Date.now() })),
    reopen: (id) => update(id, (ticket) => ({ ...ticket, solvedAt: undefined })),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
