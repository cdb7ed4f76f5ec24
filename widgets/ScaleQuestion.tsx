import { h, type TargetedFocusEvent, type TargetedKeyboardEvent } from 'preact';
import { fill } from '../src/core/fill.ts';
import type { AskedScaleQuestion } from '../src/core/wording.ts';
import type { Locale } from '../src/schema/locale.ts';
import { describe } from './describe.tsx';

export interface ScaleQuestionProps {
  question: AskedScaleQuestion;
  /** The question with the brand isolated from the direction of its surroundings. */
  title: string;
  ui: Locale['ui'];
  selected: number | undefined;
  /** The sentence beside the question when something is wrong with its answer. */
  issue: string | undefined;
  /** `detail` is the click's: 0 for keys and assistive tools. */
  onSelect: (score: number, detail: number) => void;
  /** Digits already turned into a score; Home and End into the ends. */
  onKey: (event: TargetedKeyboardEvent<HTMLElement>) => void;
  onLeave: () => void;
}

/** Draws a scored question: radios in a group, one for every point. */
export const ScaleQuestion = ({
  question,
  title,
  ui,
  selected,
  issue,
  onSelect,
  onKey,
  onLeave,
}: ScaleQuestionProps) => {
  const { id, asked, scale } = question;
  const { min, max, low, high, labels } = scale;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const nameOf = (score: number) => labels?.[score - min] ?? { [min]: low, [max]: high }[score];
  const { hint, aria, alert } = describe(question, issue);
  return (
    <fieldset
      key={id}
      role="radiogroup"
      part="question"
      {...aria}
      onKeyDown={onKey}
      onFocusOut={(event: TargetedFocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onLeave();
      }}
    >
      <legend>
        {asked.lead && <span class="lead aside">{asked.lead} </span>}
        <span class="title">{title}</span>
      </legend>
      <p id={hint} class="unseen">
        {fill(ui.scaleHint, { min, max, low, high })}
      </p>
      <div class={labels ? 'scale' : points.length > 7 ? 'scale row long' : 'scale row'} part="scale">
        <div class="options">
          {points.map((score) => (
            <label key={score} class="option" part="option">
              <input
                type="radio"
                name={id}
                value={`${score}`}
                checked={score === selected}
                aria-label={labels || !nameOf(score) ? undefined : `${score} – ${nameOf(score)}`}
                onClick={(event) => onSelect(score, event.detail)}
              />
              <span>{labels ? nameOf(score) : score}</span>
            </label>
          ))}
        </div>
      </div>
      {!labels && (
        <div class="ends aside" aria-hidden="true">
          <span>{low}</span>
          <span>{high}</span>
        </div>
      )}
      {alert}
    </fieldset>
  );
};
