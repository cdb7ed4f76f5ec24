import { Fragment, h } from 'preact';
import { Conversation } from './Conversation.tsx';
import { NewTicket } from './NewTicket.tsx';
import { goTo, type Route } from './router.ts';
import type { TicketSurvey } from './survey.ts';
import { TicketList } from './TicketList.tsx';
import type { TicketStore } from './ticketStore.ts';

interface AppProps {
  route: Route;
  store: TicketStore;
  survey: TicketSurvey;
}

const Empty = ({ text }: { text: string }) => (
  <div class="conversation empty">
    <h1 tabIndex={-1}>Hello Maya</h1>
    <p class="muted">{text}</p>
  </div>
);

const Page = ({ route, store, survey }: AppProps) => {
  switch (route.page) {
    case 'list':
      return (
        <Empty text="Choose a ticket to read it, or open a new one. We answer within two hours on working days." />
      );
    case 'new':
      return <NewTicket onOpen={(...ticket) => goTo(`/tickets/${store.open(...ticket).id}`)} />;
    case 'ticket': {
      const ticket = store.find(route.id);
      if (!ticket) return <Empty text={`There is no ticket ${route.id} here.`} />;
      return (
        <Conversation
          key={ticket.id}
          ticket={ticket}
          onReply={(text) => store.reply(ticket.id, text)}
          onSolve={() => {
            store.solve(ticket.id);
            survey.ask(ticket);
          }}
          onReopen={() => store.reopen(ticket.id)}
        />
      );
    }
    default: {
      const never: never = route;
      return never;
    }
  }
};

export const App = (props: AppProps) => (
  <>
    <div class={props.route.page === 'list' ? 'panes panes-list' : 'panes'}>
      <TicketList tickets={props.store.list()} current={props.route.page === 'ticket' ? props.route.id : undefined} />
      <Page {...props} />
    </div>
  </>
);
