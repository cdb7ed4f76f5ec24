import { h } from 'preact';
import { followLink } from './router.ts';
import { changedAt, type Ticket, toStatus } from './ticket.ts';
import { toAgo } from './time.ts';

const TONES = { Solved: 'tag', 'Reply from us': 'tag tag-new', 'With our team': 'tag' } as const;

interface TicketListProps {
  tickets: readonly Ticket[];
  /** The one that is open beside the list. */
  current: string | undefined;
}

export const TicketList = ({ tickets, current }: TicketListProps) => (
  <nav class="list" aria-label="Your tickets">
    <div class="list-head">
      <h2>Your tickets</h2>
      <a class="button small" href="/new" onClick={followLink}>
        New ticket
      </a>
    </div>
    <ul>
      {tickets.map((ticket) => {
        const status = toStatus(ticket);
        return (
          <li key={ticket.id}>
            <a
              class="row"
              href={`/tickets/${ticket.id}`}
              aria-current={ticket.id === current ? 'page' : undefined}
              onClick={followLink}
            >
              <span class="row-title">{ticket.title}</span>
              <span class="row-facts">
                <span class={TONES[status]}>{status}</span>
                <span class="muted">{toAgo(changedAt(ticket), Date.now())}</span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  </nav>
);
