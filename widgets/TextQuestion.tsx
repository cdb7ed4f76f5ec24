import { h } from 'preact';
import type { AskedTextQuestion } from '../src/core/session/asked.ts';
import { codePoints } from '../src/core/session/checkAnswer.ts';
import { fill } from '../src/core/session/fill.ts';
import { describe } from './describe.tsx';
import type { UnscoredProps } from './extras.ts';

/** The number of characters left below which it is shown. */
const NEAR_LIMIT = 100;

/** Draws a text question with the number of characters left. */
export const TextQuestion = ({
  question,
  session,
  title,
  ui,
  issue,
}: UnscoredProps & { question: AskedTextQuestion }) => {
  const { id, required, maxLength } = question;
  const { hint, aria, alert } = describe(question, issue);
  const text = session.state().texts[id] ?? '';
  const left = maxLength - codePoints(text.trim());
  return (
    <div key={id} class="comment" part="question">
      <label for={id}>
        <span class="title">{title}</span> <span class="aside">{required ? ui.required : ui.optional}</span>
      </label>
      <textarea
        id={id}
        part="comment"
        dir="auto"
        // A text that is somewhat too long gets an error message. A pasted megabyte would make the page hang, so it is cut off.
        maxLength={4 * maxLength}
        value={text}
        {...aria}
        onInput={(event) => session.write(id, event.currentTarget.value, 'keyboard')}
      />
      <p id={hint} class="aside">
        {left < NEAR_LIMIT && fill(ui.charsLeft, { count: left })}
      </p>
      {alert}
    </div>
  );
};
