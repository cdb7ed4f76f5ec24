import { h, type TargetedKeyboardEvent } from 'preact';
import type { Asked, AskedScaleQuestion, AskedTextQuestion } from '../src/core/session/asked.ts';
import type { AnswerIssue } from '../src/core/session/checkAnswer.ts';
import { fill } from '../src/core/session/fill.ts';
import { isScored, type NormalSurvey } from '../src/core/session/normalSurvey.ts';
import type { SessionState } from '../src/core/session/sessionState.ts';
import type { Locale } from '../src/schema/locale.ts';
import type { PromptExtras } from './extras.ts';
import { ScaleQuestion } from './ScaleQuestion.tsx';
import { TextQuestion } from './TextQuestion.tsx';

export interface SurveyPromptProps {
  survey: NormalSurvey;
  locale: Locale;
  brand: string | undefined;
  state: SessionState;
  /** Absolute, checked address of the privacy page. */
  privacyUrl: string | undefined;
  /** Whether "Don't ask again" is offered. */
  mayRefuse: boolean;
  extras?: PromptExtras | undefined;
  onSelect: (score: number, detail: number) => void;
  onKey: (question: AskedScaleQuestion, event: TargetedKeyboardEvent<HTMLElement>) => void;
  onLeave: () => void;
  onWrite: (question: string, text: string) => void;
  onChoose: (question: string, options: readonly string[], detail: number) => void;
  onSubmit: () => void;
  onBack: () => void;
  onLater: () => void;
  onNever: () => void;
  onClose: () => void;
  onLink: (url: string, link: 'privacy' | 'ending') => void;
}

const ISSUES = {
  required: 'errorRequired',
  too_long: 'errorTooLong',
  too_short: 'errorTooShort',
  not_an_email: 'errorEmail',
  // These can't be entered in the prompt.
  not_a_score: 'errorRequired',
  out_of_range: 'errorRequired',
  not_an_option: 'errorRequired',
} as const satisfies Record<AnswerIssue, string>;

/** Draws the card: the question first, the comment below it once there is a score, thanks in its place at the end. */
export const SurveyPrompt = (props: SurveyPromptProps) => {
  const { survey, locale, brand, state, privacyUrl } = props;
  const { ui } = locale;
  const { extras } = props;
  const { step, steps } = state;
  const drawQuestion = (question: Asked, index: number) => {
    const { id, asked, minLength: min, maxLength: max } = question as AskedTextQuestion;
    const issue = state.issues[id];
    const shared = {
      ui,
      // Where the brand runs against the text, marks isolate it as `<bdi>` would: the wording stays one text.
      title: brand && locale.dir === 'rtl' ? asked.title.replace(brand, '\u2068$&\u2069') : asked.title,
      issue: issue && fill(`${ui[ISSUES[issue]]}`, { min, max }),
    };
    const written = {
      ...shared,
      first: index === 0,
      text: state.texts[id] ?? '',
      onWrite: (text: string) => props.onWrite(id, text),
    };
    // Called, not mounted: without components of its own the prompt is drawn from the root, in one pass.
    if (isScored(question)) {
      return ScaleQuestion({
        ...shared,
        question,
        extras,
        progress: steps > 1 ? fill(`${ui.step}`, { current: step + 1, total: steps }) : '',
        selected: state.scores[id],
        onSelect: props.onSelect,
        onKey: (event) => props.onKey(question, event),
        onLeave: props.onLeave,
      });
    }
    if (question.type === 'text') return TextQuestion({ ...written, question });
    return extras?.drawQuestion({
      ...written,
      question,
      chosen: state.choices[id] ?? [],
      onChoose: (options, detail) => props.onChoose(id, options, detail),
    });
  };
  const button = (name: string, label: string | undefined, content: string | false, onClick: () => void) => (
    <button type="button" class={name} part={name} aria-label={label} onClick={onClick}>
      {content}
    </button>
  );
  return (
    <div class="card" part="card">
      {state.status === 'open' ? (
        <form>
          {/* In a box of their own: a follow-up that joins moves nothing that stands below. */}
          <div>{state.questions.map(drawQuestion)}</div>
          <div class="actions">
            {step > 0 && button('back', undefined, `${ui.back}`, props.onBack)}
            {privacyUrl && (
              <a
                class="aside privacy"
                part="privacy"
                href={privacyUrl}
                target="_blank"
                rel="noreferrer"
                onClick={() => props.onLink(privacyUrl, 'privacy')}
              >
                {ui.privacy}
              </a>
            )}
            {props.mayRefuse && button('never', undefined, ui.never, props.onNever)}
            {survey.askLater && button('later', undefined, ui.later, props.onLater)}
            <button
              type="submit"
              class="submit"
              part="submit"
              onClick={(event) => {
                // Enter in a radio comes here too: the form itself never submits.
                event.preventDefault();
                props.onSubmit();
              }}
            >
              {step < steps - 1 ? ui.next : ui.submit}
            </button>
          </div>
        </form>
      ) : (
        <div>
          <p class="thanks" part="thanks" tabIndex={-1}>
            {state.ending?.thanks ?? ui.thanks}
          </p>
          {state.ending && extras?.drawLink(state.ending, (url) => props.onLink(url, 'ending'))}
        </div>
      )}
      {button('close', ui.close, false, props.onClose)}
    </div>
  );
};
