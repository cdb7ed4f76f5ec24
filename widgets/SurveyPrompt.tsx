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
  onSelect: (question: string, score: number, detail: number) => void;
  onKey: (question: AskedScaleQuestion, event: TargetedKeyboardEvent<HTMLElement>) => void;
  onLeave: (question: string) => void;
  onWrite: (question: string, text: string) => void;
  onSubmit: (detail: number) => void;
  onLater: () => void;
  onClose: () => void;
  onPrivacy: (url: string) => void;
}

const ISSUES = { required: 'errorRequired', too_long: 'errorTooLong', too_short: 'errorTooShort' } as const;

/** Draws the card: the question first, the comment below it once there is a score, thanks in its place at the end. */
export const SurveyPrompt = (props: SurveyPromptProps) => {
  const { survey, locale, brand, state, privacyUrl } = props;
  const { ui } = locale;
  const issueOf = (question: Asked) => {
    const issue = state.issues[question.id];
    const words = ui[ISSUES[issue as 'required'] ?? 'errorRequired'];
    const limits = question.type === 'text' ? { max: question.maxLength, min: question.minLength } : {};
    return issue && fill(words, limits);
  };
  const close = <button type="button" class="close" part="close" aria-label={ui.close} onClick={props.onClose} />;
  if (state.status !== 'open') {
    return (
      <div class="card" part="card">
        <p class="thanks" part="thanks" tabIndex={-1}>
          {survey.thanks ?? ui.thanks}
        </p>
        {close}
      </div>
    );
  }
  return (
    <div class="card" part="card">
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        {state.questions.map((question, index) =>
          question.type === 'text' ? (
            <TextQuestion
              key={question.id}
              question={question}
              first={!index}
              ui={ui}
              brand={brand}
              text={state.texts[question.id] ?? ''}
              issue={issueOf(question)}
              onWrite={(text) => props.onWrite(question.id, text)}
            />
          ) : (
            <ScaleQuestion
              key={question.id}
              question={question}
              ui={ui}
              brand={brand}
              selected={state.scores[question.id]}
              issue={issueOf(question)}
              onSelect={(score, detail) => props.onSelect(question.id, score, detail)}
              onKey={(event) => props.onKey(question, event)}
              onLeave={() => props.onLeave(question.id)}
            />
          ),
        )}
        <div class="actions">
          {privacyUrl && (
            <a
              class="aside privacy"
              part="privacy"
              href={privacyUrl}
              target="_blank"
              rel="noopener noreferrer"
              onClick={() => props.onPrivacy(privacyUrl)}
            >
              {ui.privacy}
            </a>
          )}
          {survey.askLater && (
            <button type="button" class="later" part="later" onClick={props.onLater}>
              {ui.later}
            </button>
          )}
          <button
            type="submit"
            class="submit"
            part="submit"
            onClick={(event) => {
              event.preventDefault();
              props.onSubmit(event.detail);
            }}
          >
            {ui.submit}
          </button>
        </div>
      </form>
      {close}
    </div>
  );
};
