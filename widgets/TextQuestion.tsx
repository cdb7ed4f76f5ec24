import { h } from 'preact';
import { codePoints } from '../src/core/checkAnswer.ts';
import { fill } from '../src/core/fill.ts';
import type { AskedTextQuestion } from '../src/core/wording.ts';
import type { Locale } from '../src/schema/locale.ts';
import { Title } from './Title.tsx';

export interface TextQuestionProps {
  question: AskedTextQuestion;
  /** Whether it stands at the top of the card, beside the close button. */
  first: boolean;
  ui: Locale['ui'];
  brand: string | undefined;
  text: string;
  issue: string | undefined;
  onWrite: (text: string) => void;
}

/** Draws a text question with its limit in sight. */
export const TextQuestion = ({ question, first, ui, brand, text, issue, onWrite }: TextQuestionProps) => {
  const { id, asked, required, maxLength } = question;
  return (
    <div class={first ? 'comment first' : 'comment'} part="question">
      <label for={id}>
        <span class="title">
          <Title text={asked.title} brand={brand} />
        </span>{' '}
        <span class="aside">({required ? ui.required : ui.optional})</span>
      </label>
      <textarea
        id={id}
        part="comment"
        rows={3}
        dir="auto"
        value={text}
        aria-required={required ? 'true' : undefined}
        aria-invalid={issue ? 'true' : undefined}
        aria-describedby={issue ? `${id}-issue ${id}-left` : `${id}-left`}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <p id={`${id}-left`} class="aside">
        {fill(ui.charsLeft, { count: maxLength - codePoints(text.trim()) })}
      </p>
      {issue && (
        <p id={`${id}-issue`} class="issue">
          {issue}
        </p>
      )}
    </div>
  );
};
