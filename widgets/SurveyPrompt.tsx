import { h } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import type { Asked, AskedTextQuestion } from '../src/core/session/asked.ts';
import type { AnswerIssue } from '../src/core/session/checkAnswer.ts';
import { fill } from '../src/core/session/fill.ts';
import { isScored } from '../src/core/session/normalSurvey.ts';
import type { Session } from '../src/core/session/session.ts';
import type { PromptExtras, Ui } from './extras.ts';
import { ScaleQuestion } from './ScaleQuestion.tsx';
import type { ScaleInput } from './scaleInput.ts';
import { TextQuestion } from './TextQuestion.tsx';

export interface SurveyPromptProps {
  session: Session;
  options: Pick<PresentOptions, 'brand' | 'privacyUrl' | 'mayRefuse' | 'close'>;
  input: ScaleInput;
  extras: PromptExtras | undefined;
  onSubmit: () => void;
  onClose: () => void;
}

/** The error messages by issue. Any other issue means that the answer is missing, because the prompt prevents all other invalid entries. */
const ISSUES: { readonly [Issue in AnswerIssue]?: keyof Ui } = {
  too_long: 'errorTooLong',
  too_short: 'errorTooShort',
  not_an_email: 'errorEmail',
};

/** Draws the card of a prompt: the question, the comment below it once a score is selected, and finally the thanks instead of both. */
export const SurveyPrompt = ({ session, options, input, extras, onSubmit, onClose }: SurveyPromptProps) => {
  const { survey, locale } = session;
  const { ui } = locale;
  const { brand, privacyUrl, mayRefuse, close } = options;
  const { status, questions, scores, issues, ending } = session.state();
  const step = extras?.toStep(session);
  const drawQuestion = (question: Asked, index: number) => {
    const { id, asked, minLength: min, maxLength: max } = question as AskedTextQuestion;
    const issue = issues[id];
    const shared = {
      ui,
      // In right-to-left text, Unicode isolate characters around the brand act like `<bdi>` and keep the title one string.
      title: brand && locale.dir === 'rtl' ? asked.title.replace(brand, '\u2068$&\u2069') : asked.title,
      issue: issue && fill(`${ui[ISSUES[issue] ?? 'errorRequired']}`, { min, max }),
    };
    // The components are called as functions: without child components, Preact draws the prompt from the root in one pass.
    if (isScored(question)) {
      return ScaleQuestion({ ...shared, question, selected: scores[id], progress: step?.progress, input, extras });
    }
    const unscored = { ...shared, session, first: !index };
    return question.type === 'text'
      ? TextQuestion({ ...unscored, question })
      : extras?.drawQuestion({ ...unscored, question });
  };
  const button = (name: string, content: string | undefined, onClick: () => void, label?: string) => (
    <button type="button" class={name} part={name} aria-label={label} onClick={onClick}>
      {content}
    </button>
  );
  const later = () => {
    session.snooze();
    close('api');
  };
  return (
    <div class="card" part="card">
      {status === 'open' ? (
        <form>
          {/* A separate box for the questions, so that a follow-up question does not move the buttons in the DOM. */}
          <div>{questions.map(drawQuestion)}</div>
          <div class="actions">
            {step?.back}
            {privacyUrl && (
              <a
                class="aside privacy"
                part="privacy"
                href={privacyUrl}
                target="_blank"
                rel="noopener noreferrer"
                onClick={() => session.followLink(privacyUrl, 'privacy')}
              >
                {ui.privacy}
              </a>
            )}
            {mayRefuse && button('never', ui.never, () => close('never'))}
            {/* After a score there is nothing to ask later. */}
            {survey.askLater && !Object.keys(scores)[0] && button('later', ui.later, later)}
            <button
              type="submit"
              class="submit"
              part="submit"
              onClick={(event) => {
                // Enter on a radio button also triggers this click. The form itself never submits.
                event.preventDefault();
                onSubmit();
              }}
            >
              {step?.next ?? ui.submit}
            </button>
          </div>
        </form>
      ) : (
        <div>
          <p class="thanks" part="thanks" tabIndex={-1}>
            {ending?.thanks ?? ui.thanks}
          </p>
          {extras?.drawLink(session)}
        </div>
      )}
      {button('close', undefined, onClose, ui.close)}
    </div>
  );
};
