import { h } from 'preact';
import type { AskedTextQuestion } from '../src/core/session/asked.ts';
import { codePoints } from '../src/core/session/checkAnswer.ts';
import { fill } from '../src/core/session/fill.ts';
import type { Locale } from '../src/schema/locale.ts';
import { describe } from './describe.tsx';

export interface TextQuestionProps {
  question: AskedTextQuestion;
  /** The question with the brand isolated from the direction of its surroundings. */
  title: string;
  /** Whether it stands at the top of the card, beside the close button. */
  first: boolean;
  ui: Locale['ui'];
  text: string;
  issue: string | undefined;
  onWrite: (text: string) => void;
}

/** Draws a text question and how many characters are left. */
export const TextQuestion = ({ question, title, first, ui, text, issue, onWrite }: TextQuestionProps) => {
  const { id, required, maxLength } = question;
  const { hint, aria, alert } = describe(question, issue);
  return (
    <div key={id} class={first ? 'comment first' : 'comment'} part="question">
      <label for={id}>
        <span class="title">{title}</span> <span class="aside">({required ? ui.required : ui.optional})</span>
      </label>
      <textarea
        id={id}
        part="comment"
        dir="auto"
        value={text}
        {...aria}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <p id={hint} class="aside">
        {fill(ui.charsLeft, { count: maxLength - codePoints(text.trim()) })}
      </p>
      {alert}
    </div>
  );
};
