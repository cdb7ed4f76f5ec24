import { h } from 'preact';
import type { AskedChoiceQuestion, AskedUnscored } from '../../src/core/session/asked.ts';
import { toOptions } from '../../src/core/session/more/choiceKind.ts';
import type { Session } from '../../src/core/session/session.ts';
import { describe } from '../describe.tsx';
import type { UnscoredProps } from '../extras.ts';

/** Returns the ARIA attributes and the error message of a question that has no hint. */
const describeAlone = (question: AskedUnscored, issue: string | undefined) => {
  const { aria, alert } = describe(question, issue);
  return { alert, aria: { ...aria, 'aria-describedby': issue ? `${question.id}-issue` : undefined } };
};

/**
 * Returns the replies to a question and the functions that change them. `detail` is the `detail` of the click event: 0 for keys and
 * assistive tools.
 */
const repliesOf = (session: Session, id: string) => {
  const { texts, choices } = session.state();
  return {
    text: texts[id] ?? '',
    chosen: choices[id] ?? [],
    onWrite: (text: string) => session.write(id, text, 'keyboard'),
    onChoose: (chosen: readonly string[], detail: number) =>
      session.choose(id, chosen, detail ? 'pointer' : 'keyboard'),
  };
};

const Options = (props: UnscoredProps & { question: AskedChoiceQuestion }) => {
  const { question, session, title, first, ui, issue } = props;
  const { text, chosen, onWrite, onChoose } = repliesOf(session, question.id);
  const { id, multiple, required, maxLength } = question;
  const { aria, alert } = describeAlone(question, issue);
  const type = multiple ? 'checkbox' : 'radio';
  // ARIA allows `aria-required` on a radio group, but not on a group of checkboxes.
  const group = multiple ? { ...aria, 'aria-required': undefined, role: 'group' as const } : aria;
  return (
    <fieldset key={id} role="radiogroup" class={first ? 'choice' : 'choice comment'} part="question" {...group}>
      <legend class={first ? undefined : 'below'}>
        <span class="title">{title}</span> <span class="aside">{required ? ui.required : ui.optional}</span>
      </legend>
      <div class="options" part="options">
        {toOptions(question, `${ui.other}`).map((option) => (
          <label key={option.id} class={`option ${type}`} part="option">
            <input
              type={type}
              name={id}
              value={option.id}
              checked={chosen.includes(option.id)}
              onClick={({ currentTarget: { checked }, detail }) => {
                const others = multiple ? chosen.filter((each) => each !== option.id) : [];
                onChoose(checked ? [...others, option.id] : others, detail);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {chosen.includes('other') && (
        <input
          key="other"
          type="text"
          class="field"
          part="comment"
          dir="auto"
          aria-label={ui.other}
          maxLength={maxLength}
          value={text}
          onInput={(event) => onWrite(event.currentTarget.value)}
        />
      )}
      {alert}
    </fieldset>
  );
};

/** Draws a choice, an email address or a consent. */
export const UnscoredQuestion = (props: UnscoredProps) => {
  const { question, session, title, ui, issue } = props;
  const { text, chosen, onWrite, onChoose } = repliesOf(session, question.id);
  const { id, type, required } = question;
  if (type === 'choice') return Options({ ...props, question });
  const { aria, alert } = describeAlone(question, issue);
  const aside = <small class="aside">{required ? ui.required : ui.optional}</small>;
  return (
    <div key={id} class="comment" part="question">
      {type === 'consent' ? (
        <label class="option checkbox consent" part="option">
          <input
            id={id}
            type="checkbox"
            checked={chosen.length > 0}
            {...aria}
            onClick={({ currentTarget: { checked }, detail }) => onChoose(checked ? ['given'] : [], detail)}
          />
          <span>
            <b>
              {title} {aside}
            </b>
          </span>
        </label>
      ) : (
        <div>
          <label for={id}>
            <span class="title">{title}</span> {aside}
          </label>
          <input
            id={id}
            type="email"
            class="field"
            part="comment"
            dir="ltr"
            autocomplete="email"
            maxLength={320}
            value={text}
            {...aria}
            onInput={(event) => onWrite(event.currentTarget.value)}
          />
        </div>
      )}
      {alert}
    </div>
  );
};
