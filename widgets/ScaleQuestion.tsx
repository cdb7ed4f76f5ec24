import { h, type TargetedFocusEvent, type VNode } from 'preact';
import type { AskedScaleQuestion } from '../src/core/session/asked.ts';
import { fill } from '../src/core/session/fill.ts';
import { describe } from './describe.tsx';
import type { Point, PromptExtras, QuestionProps } from './extras.ts';
import type { ScaleInput } from './scaleInput.ts';

/** The number of points below which a scale stays in one row at any width. */
const MANY_POINTS = 8;

export interface ScaleQuestionProps extends QuestionProps {
  question: AskedScaleQuestion;
  selected: number | undefined;
  progress: VNode | undefined;
  input: ScaleInput;
  extras: PromptExtras | undefined;
}

/** Draws a scored question as a radio group with one radio for each point. */
export const ScaleQuestion = ({
  question,
  title,
  ui,
  selected,
  issue,
  progress,
  input,
  extras,
}: ScaleQuestionProps) => {
  const { id, asked, scale } = question;
  const { min, max, low, high, style } = scale;
  const scores: number[] = [];
  for (let score = min; score <= max; score++) scores.push(score);
  const toNumber = (score: number): Point => {
    const end = { [min]: low, [max]: high }[score];
    return { name: end ? `${score} – ${end}` : undefined, content: score };
  };
  const { toPoint = toNumber, middle } = extras?.toScale(question, ui, selected) ?? {};
  const { hint, aria, alert } = describe(question, issue);
  return (
    <fieldset
      key={id}
      role="radiogroup"
      part="question"
      {...aria}
      onKeyDown={(event) => input.onKey(question, event)}
      onFocusOut={(event: TargetedFocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) input.onLeave();
      }}
    >
      <legend>
        {progress}
        {asked.lead && <span class="lead aside">{asked.lead} </span>}
        <span class="title">{title}</span>
      </legend>
      <p id={hint} class="unseen">
        {fill(ui.scaleHint, { min, max, low, high })}
      </p>
      <div class={`scale ${style} ${scores.length < MANY_POINTS ? 'short' : ''}`} part="scale">
        <div class="options">
          {scores.map((score) => {
            const { name, content, className = 'option' } = toPoint(score);
            return (
              <label class={className} part="option">
                <input
                  type="radio"
                  name={id}
                  value={`${score}`}
                  checked={score === selected}
                  aria-label={name}
                  onClick={(event) => input.onSelect(question, score, event.detail)}
                />
                <span>{content}</span>
              </label>
            );
          })}
        </div>
      </div>
      {style !== 'label' && (
        <div class="ends aside" aria-hidden="true">
          <span>{low}</span>
          {middle}
          <span>{high}</span>
        </div>
      )}
      {alert}
    </fieldset>
  );
};
