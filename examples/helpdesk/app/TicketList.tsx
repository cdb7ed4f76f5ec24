import { h } from 'preact';
import { followLink } from './router.ts';
import { changedAt, type Ticket, toStatus } from './ticket.ts';
import { toAgo } from './time.ts';

const TONES = { Solved: 'tag', 'Reply from us': 'tag tag-new', 'With our team': 'tag' } as const;

interface TicketListProps {
  tickets: readonly Ticket[];
  /** The id of the open ticket. */
  current: string | undefined;
  asAgent: boolean;
}

export const TicketList = ({ tickets, current, asAgent }: TicketListProps) => (
  <nav class="list" aria-label={asAgent ? 'Tickets' : 'Your tickets'}>
    <div class="list-head">
      <h2>{asAgent ? 'Tickets' : 'Your tickets'}</h2>
      {!asAgent && (
        <a class="button small" href="/new" onClick={followLink}>
          New ticket
        </a>
      )}
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
