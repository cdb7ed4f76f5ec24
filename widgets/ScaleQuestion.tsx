import { h, type TargetedFocusEvent, type TargetedKeyboardEvent } from 'preact';
import type { AskedScaleQuestion } from '../src/core/session/asked.ts';
import { fill } from '../src/core/session/fill.ts';
import { describe } from './describe.tsx';
import type { PromptExtras, Ui } from './extras.ts';

/** Scales with fewer points stand in one row, however narrow it is. */
const MANY_POINTS = 8;

export interface ScaleQuestionProps {
  question: AskedScaleQuestion;
  /** The question with the brand isolated from the direction of its surroundings. */
  title: string;
  ui: Ui;
  selected: number | undefined;
  /** The sentence beside the question when something is wrong with its answer. */
  issue: string | undefined;
  /** Where the respondent is among several, in words. */
  progress: string;
  extras?: PromptExtras | undefined;
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
  progress,
  extras,
  onSelect,
  onKey,
  onLeave,
}: ScaleQuestionProps) => {
  const { id, asked, scale } = question;
  const { min, max, low, high, labels, style } = scale;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const nameOf = (score: number) => labels?.[score - min] ?? { [min]: low, [max]: high }[score];
  const toPoint = extras?.toPoints(question, ui);
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
        {progress && <span class="lead aside">{progress} </span>}
        {asked.lead && <span class="lead aside">{asked.lead} </span>}
        <span class="title">{title}</span>
      </legend>
      <p id={hint} class="unseen">
        {fill(ui.scaleHint, { min, max, low, high })}
      </p>
      <div class={`scale ${style} ${points.length < MANY_POINTS ? 'short' : ''}`} part="scale">
        <div class="options">
          {points.map((score) => (
            <label class={selected !== undefined && score <= selected ? 'option reached' : 'option'} part="option">
              <input
                type="radio"
                name={id}
                value={`${score}`}
                checked={score === selected}
                aria-label={toPoint ? toPoint(score).name : nameOf(score) ? `${score} – ${nameOf(score)}` : undefined}
                onClick={(event) => onSelect(score, event.detail)}
              />
              <span>{toPoint ? toPoint(score).content : score}</span>
            </label>
          ))}
        </div>
      </div>
      {style !== 'label' && (
        <div class="ends aside" aria-hidden="true">
          <span>{low}</span>
          {labels && selected !== undefined && selected > min && selected < max && <b>{nameOf(selected)}</b>}
          <span>{high}</span>
        </div>
      )}
      {alert}
    </fieldset>
  );
};
