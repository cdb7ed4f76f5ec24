import { h } from 'preact';
import { followLink } from './router.ts';
import { CATEGORIES } from './ticket.ts';

interface NewTicketProps {
  onOpen: (category: string, title: string, text: string) => void;
}

export const NewTicket = ({ onOpen }: NewTicketProps) => {
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => `${form.get(name) ?? ''}`.trim();
    if (read('title') && read('text')) onOpen(read('category'), read('title'), read('text'));
  };

  return (
    <article class="conversation">
      <a class="back" href="/" onClick={followLink}>
        All tickets
      </a>
      <h1 tabIndex={-1}>How can we help?</h1>
      <form class="new" onSubmit={submit}>
        <p>
          <label for="category">What is it about?</label>
          <select id="category" name="category">
            {CATEGORIES.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </p>
        <p>
          <label for="title">In one line</label>
          <input
            id="title"
            name="title"
            required
            maxLength={90}
            autocomplete="off"
            defaultValue="The box shows a red light"
          />
        </p>
        <p>
          <label for="text">What happened?</label>
          <textarea
            id="text"
            name="text"
            rows={5}
            required
            maxLength={2000}
            defaultValue="Since this morning the box shows a red light and no device gets a connection. I have switched it off and on again."
          />
        </p>
        <button class="button" type="submit">
          Open the ticket
        </button>
      </form>
    </article>
  );
};
