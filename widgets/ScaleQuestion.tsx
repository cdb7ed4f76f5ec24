import { h, type TargetedFocusEvent, type VNode } from 'preact';
import type { AskedScaleQuestion } from '../src/core/session/asked.ts';
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
  const ends: { readonly [score: number]: string } = { [min]: low, [max]: high };
  /** Names an end of the scale. On screen, the number tells which point it belongs to when the points fill two rows. */
  const toEnd = (score: number) => `${score} – ${ends[score]}`;
  const toNumber = (score: number): Point => ({ name: ends[score] && toEnd(score), content: score });
  const { toPoint = toNumber, chosen } = extras?.toScale(question, ui, selected) ?? {};
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
        {[min, max].map(toEnd).join(', ')}
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
          {chosen ?? [min, max].map((score) => <span>{style === 'number' ? toEnd(score) : ends[score]}</span>)}
        </div>
      )}
      {alert}
    </fieldset>
  );
};
