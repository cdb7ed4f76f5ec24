import { Fragment, h } from 'preact';
import { Conversation } from './Conversation.tsx';
import { NewTicket } from './NewTicket.tsx';
import { goTo, type Route } from './router.ts';
import type { TicketSurvey } from './survey.ts';
import { TicketList } from './TicketList.tsx';
import { AGENT } from './ticket.ts';
import type { TicketStore } from './ticketStore.ts';

interface AppProps {
  route: Route;
  store: TicketStore;
  survey: TicketSurvey;
  /** True in the agent's view, false in the customer's view. */
  asAgent: boolean;
}

const Empty = ({ text, asAgent }: { text: string; asAgent: boolean }) => (
  <div class="conversation empty">
    <h1 tabIndex={-1}>Hello {asAgent ? AGENT.name : 'Maya'}</h1>
    <p class="muted">{text}</p>
  </div>
);

const Page = ({ route, store, survey, asAgent }: AppProps) => {
  switch (route.page) {
    case 'list':
      return (
        <Empty
          asAgent={asAgent}
          text={
            asAgent
              ? 'Choose a ticket to answer it. Agents see no survey when they close a ticket.'
              : 'Choose a ticket to read it, or open a new one. We answer within two hours on working days.'
          }
        />
      );
    case 'new':
      return <NewTicket onOpen={(...ticket) => goTo(`/tickets/${store.open(...ticket).id}`)} />;
    case 'ticket': {
      const ticket = store.find(route.id);
      if (!ticket) return <Empty asAgent={asAgent} text={`Ticket ${route.id} does not exist.`} />;
      return (
        <Conversation
          key={ticket.id}
          ticket={ticket}
          asAgent={asAgent}
          onReply={(text) => store.reply(ticket.id, text, asAgent)}
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
      <TicketList
        tickets={props.store.list()}
        asAgent={props.asAgent}
        current={props.route.page === 'ticket' ? props.route.id : undefined}
      />
      <Page {...props} />
    </div>
  </>
);
