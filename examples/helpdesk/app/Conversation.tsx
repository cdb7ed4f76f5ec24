import { h } from 'preact';
import { followLink } from './router.ts';
import { type Message, type Ticket, toStatus } from './ticket.ts';
import { toClock } from './time.ts';

interface ConversationProps {
  ticket: Ticket;
  asAgent: boolean;
  onReply: (text: string) => void;
  onSolve: () => void;
  onReopen: () => void;
}

const toInitials = (name: string): string =>
  name
    .split(' ')
    .map(([first]) => first)
    .join('');

const Bubble = ({ message: { from, name, at, text }, asAgent }: { message: Message; asAgent: boolean }) => (
  <li class={`message ${from}`}>
    <span class="avatar" aria-hidden="true">
      {toInitials(name)}
    </span>
    <div>
      <p class="message-head">
        <strong>{from === 'agent' ? `${name}, Skerry` : asAgent ? name : 'You'}</strong>{' '}
        <time class="muted" dateTime={new Date(at).toISOString()}>
          {toClock(at)}
        </time>
      </p>
      <p class="message-text">{text}</p>
    </div>
  </li>
);

export const Conversation = ({ ticket, asAgent, onReply, onSolve, onReopen }: ConversationProps) => {
  const { id, title, category, team, agent, messages, solvedAt } = ticket;

  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const text = `${new FormData(event.currentTarget).get('reply') ?? ''}`.trim();
    if (text === '') return;
    event.currentTarget.reset();
    onReply(text);
  };

  return (
    <article class="conversation">
      <a class="back" href="/" onClick={followLink}>
        All tickets
      </a>
      <header class="conversation-head">
        <div>
          <p class="muted">
            Ticket {id} · {category} · {agent ? `${agent}, ${team}` : team}
          </p>
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        {/* One button for both actions: it stays under the pointer, and the survey is anchored to it. */}
        <button
          id="ticket-state"
          class={solvedAt === undefined ? 'button' : 'button quiet'}
          type="button"
          onClick={solvedAt === undefined ? onSolve : onReopen}
        >
          {solvedAt === undefined ? 'Mark as solved' : 'Reopen the ticket'}
        </button>
      </header>
      <ol class="messages">
        {messages.map((message) => (
          <Bubble key={message.at} message={message} asAgent={asAgent} />
        ))}
      </ol>
      <p class="status" role="status">
        {solvedAt !== undefined
          ? `Solved on ${toClock(solvedAt)}. Thank you for letting us know.`
          : toStatus(ticket) === 'With our team' && !asAgent && `${agent ?? 'An agent'} from ${team} will answer here.`}
      </p>
      {solvedAt === undefined && (
        <form class="reply" onSubmit={submit}>
          <label for="reply">Your reply</label>
          <textarea id="reply" name="reply" rows={3} maxLength={2000} required />
          <button class="button quiet" type="submit">
            Send
          </button>
        </form>
      )}
    </article>
  );
};
