import { h, type TargetedKeyboardEvent } from 'preact';
import { fill } from '../src/core/fill.ts';
import type { NormalSurvey } from '../src/core/normalSurvey.ts';
import type { SessionState } from '../src/core/session.ts';
import type { Asked, AskedScaleQuestion } from '../src/core/wording.ts';
import type { Locale } from '../src/schema/locale.ts';
import { ScaleQuestion } from './ScaleQuestion.tsx';
import { TextQuestion } from './TextQuestion.tsx';

export interface SurveyPromptProps {
  survey: NormalSurvey;
  locale: Locale;
  brand: string | undefined;
  state: SessionState;
  /** Absolute, checked address of the privacy page. */
  privacyUrl: string | undefined;
  onSelect: (score: number, detail: number) => void;
  onKey: (question: AskedScaleQuestion, event: TargetedKeyboardEvent<HTMLElement>) => void;
  onLeave: () => void;
  onWrite: (question: string, text: string) => void;
  onSubmit: (detail: number) => void;
  onLater: () => void;
  onClose: () => void;
  onPrivacy: (url: string) => void;
}

const ISSUES = { required: 'errorRequired', too_long: 'errorTooLong', too_short: 'errorTooShort' } as const;

const toLimits = (question: Asked) =>
  question.type === 'text' ? { max: question.maxLength, min: question.minLength } : {};

/** Draws the card: the question first, the comment below it once there is a score, thanks in its place at the end. */
export const SurveyPrompt = (props: SurveyPromptProps) => {
  const { survey, locale, brand, state, privacyUrl } = props;
  const { ui } = locale;
  const drawQuestion = (question: Asked, index: number) => {
    const { id, type, asked } = question;
    const issue = state.issues[id];
    const shared = {
      ui,
      // Where the brand runs against the text, marks isolate it as `<bdi>` would: the wording stays one text.
      title: brand && locale.dir === 'rtl' ? asked.title.replace(brand, '\u2068$&\u2069') : asked.title,
      issue: issue && fill(ui[ISSUES[issue as 'required'] ?? 'errorRequired'], toLimits(question)),
    };
    // Called, not mounted: they are plain functions, and the script-tag build's Preact knows no components.
    return type === 'text'
      ? TextQuestion({
          ...shared,
          question,
          first: !index,
          text: state.texts[id] ?? '',
          onWrite: (text) => props.onWrite(id, text),
        })
      : ScaleQuestion({
          ...shared,
          question,
          selected: state.scores[id],
          onSelect: props.onSelect,
          onKey: (event) => props.onKey(question, event),
          onLeave: props.onLeave,
        });
  };
  const button = (name: 'close' | 'later', label: string | undefined, content: string | false, onClick: () => void) => (
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
            {privacyUrl && (
              <a
                class="aside privacy"
                part="privacy"
                href={privacyUrl}
                target="_blank"
                rel="noreferrer"
                onClick={() => props.onPrivacy(privacyUrl)}
              >
                {ui.privacy}
              </a>
            )}
            {survey.askLater && button('later', undefined, ui.later, props.onLater)}
            <button
              type="submit"
              class="submit"
              part="submit"
              onClick={(event) => {
                // Enter in a radio comes here too: the form itself never submits.
                event.preventDefault();
                props.onSubmit(event.detail);
              }}
            >
              {ui.submit}
            </button>
          </div>
        </form>
      ) : (
        <p class="thanks" part="thanks" tabIndex={-1}>
          {survey.thanks ?? ui.thanks}
        </p>
      )}
      {button('close', ui.close, false, props.onClose)}
    </div>
  );
};
