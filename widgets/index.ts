/** The prompt in Preact. `mountPrompt` is all that the rest of scorelet knows of it. */
import { render } from 'preact';
import type { NormalQuestion } from '../src/core/normalSurvey.ts';
import type { Present } from '../src/present.ts';
import { createCommitRule } from './commitRule.ts';
import { createGroupKeys } from './groupKeys.ts';
import { createHost } from './host.ts';
import { SurveyPrompt } from './SurveyPrompt.tsx';
import { whenViewed } from './whenViewed.ts';

/** Shows the prompt of a session on the page. Draws each state the session reaches; returns what takes it away. */
export const mountPrompt: Present = (session, options) => {
  const { survey, locale } = session;
  const { close, takeFocus, brand, privacyUrl } = options;
  const { layer, root, announce, remove } = createHost({ ...options, locale, placement: survey.placement });
  // One question has a score, and it comes first.
  const { id: scored } = survey.questions[0] as NormalQuestion;
  const rule = createCommitRule(() => session.commit(scored));
  const toScore = createGroupKeys();
  /** Where the focus was before it came into the prompt. */
  let focusBefore = takeFocus ? (document.activeElement as HTMLElement | null) : undefined;

  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();

  const draw = () =>
    render(
      SurveyPrompt({
        survey,
        locale,
        brand,
        privacyUrl,
        state: session.state(),
        onSelect(score, detail) {
          session.select(scored, score, rule.onSelect(detail));
          if (detail) session.commit(scored);
        },
        onKey({ scale }, event) {
          const { key, ctrlKey, metaKey, altKey, currentTarget } = event;
          rule.onKey();
          // The first Enter says "this one"; the form is sent by the next, or from a button.
          const confirmed = key === 'Enter' && session.commit(scored) && session.state().questions.length > 1;
          const score = ctrlKey || metaKey || altKey ? undefined : toScore(key, scale, event.timeStamp);
          if (confirmed || score !== undefined) event.preventDefault();
          if (score === undefined) return;
          session.select(scored, score, rule.onSelect(0));
          currentTarget.querySelector<HTMLElement>(`[value="${score}"]`)?.focus();
        },
        onLeave: rule.onLeave,
        onWrite: (id, text) => session.write(id, text, 'keyboard'),
        onSubmit(detail) {
          if (!session.submit(detail ? 'pointer' : 'keyboard')) focus('[aria-invalid] input,textarea[aria-invalid]');
        },
        onLater() {
          session.snooze();
          close('api');
        },
        onClose: () => close('close_button'),
        onPrivacy: (url) => session.followLink(url, 'privacy'),
      }),
      layer,
    );

  const stopListening = session.subscribe(({ type }, { status }) => {
    if (type !== 'drawn' && type !== 'completed') return;
    const inside = root.activeElement;
    draw();
    if (status !== 'completed') return;
    if (inside) focus('.thanks');
    else announce(survey.thanks ?? locale.ui.thanks);
  });

  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget as HTMLElement | null;
    if (!root.contains(from)) focusBefore ??= from;
  });
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && options.presentation === 'popover') close('escape');
  });

  const stopWatching = whenViewed(layer, session.view);
  // Made, drawn and written down one after the other: three short tasks instead of a long one.
  let step = setTimeout(() => {
    draw();
    if (takeFocus) focus('input,textarea');
    else announce(locale.ui.opened);
    step = setTimeout(session.display);
  });

  return () => {
    const inside = root.activeElement;
    clearTimeout(step);
    stopListening();
    stopWatching();
    rule.stop();
    remove();
    if (inside && focusBefore?.isConnected) focusBefore.focus();
  };
};
