/** The prompt in Preact. `mountPrompt` is all that the rest of scorelet knows of it. */
import { h, render } from 'preact';
import type { Present } from '../src/present.ts';
import { type CommitRule, createCommitRule } from './commitRule.ts';
import { createGroupKeys } from './groupKeys.ts';
import { createHost } from './host.ts';
import { SurveyPrompt } from './SurveyPrompt.tsx';
import { whenViewed } from './whenViewed.ts';

const deepFocus = () => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
};

/** Shows the prompt of a session on the page. Draws each state the session reaches; returns what takes it away. */
export const mountPrompt: Present = (session, options) => {
  const { survey, locale } = session;
  const { close, takeFocus, brand, privacyUrl } = options;
  const host = createHost({ ...options, locale, placement: survey.placement });
  const { layer, root } = host;
  const rules: Record<string, CommitRule> = {};
  const toScore = createGroupKeys(() => performance.now());
  /** Where the focus was before it came into the prompt. */
  let focusBefore = takeFocus ? deepFocus() : undefined;

  const ruleOf = (id: string) => (rules[id] ??= createCommitRule(() => session.commit(id)));
  const focusInside = () => root.activeElement;
  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();

  const onClose = () => close('close_button');
  const draw = () => {
    render(
      h(SurveyPrompt, {
        survey,
        locale,
        brand,
        privacyUrl,
        state: session.state(),
        onSelect(id, score, detail) {
          const rule = ruleOf(id);
          session.select(id, score, rule.onSelect(detail));
          if (detail > 0) session.commit(id);
        },
        onKey(question, event) {
          if (question.type === 'text') return;
          const { key } = event;
          const rule = ruleOf(question.id);
          rule.onKey();
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          if (key === 'Enter') {
            // The first Enter says "this one"; the form is sent by the next, or from a button.
            const { scores, questions } = session.state();
            const before = committed.has(question.id) && committed.get(question.id) === scores[question.id];
            if (scores[question.id] !== undefined && !before && questions.length > 1) {
              event.preventDefault();
              rule.onLeave();
            }
            return;
          }
          const score = toScore(key, question.min, question.max);
          if (score === undefined) return;
          event.preventDefault();
          session.select(question.id, score, rule.onSelect(0));
          event.currentTarget.querySelector<HTMLElement>(`[value="${score}"]`)?.focus();
        },
        onLeave: (id) => ruleOf(id).onLeave(),
        onWrite: (id, text) => session.write(id, text, 'keyboard'),
        onSubmit(detail) {
          if (session.submit(detail > 0 ? 'pointer' : 'keyboard')) return;
          focus('[aria-invalid] input:checked, [aria-invalid] input, textarea[aria-invalid]');
        },
        onLater: () => {
          session.snooze();
          close('api');
        },
        onClose,
        onPrivacy: (url) => session.followLink(url, 'privacy'),
      }),
      layer,
    );
  };

  /** The committed score of each question, as the session said it. */
  const committed = new Map<string, number>();
  const stopListening = session.subscribe((change, state) => {
    if (change.type === 'answered' && change.answer.kind === 'score') {
      committed.set(change.answer.question.id, change.answer.score);
    }
    if (change.type !== 'drawn' && change.type !== 'completed') return;
    const inside = focusInside();
    draw();
    if (state.status === 'completed') {
      if (inside) focus('.thanks');
      else host.announce(survey.thanks ?? locale.ui.thanks);
    }
  });

  root.addEventListener('focusin', (event) => {
    const { relatedTarget } = event as FocusEvent;
    if (!focusBefore && relatedTarget instanceof HTMLElement && !root.contains(relatedTarget))
      focusBefore = relatedTarget;
  });
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && options.presentation === 'popover') close('escape');
  });

  draw();
  session.display();
  const stopWatching = whenViewed(layer, session.view);
  if (takeFocus) focus('input,textarea');
  else host.announce(locale.ui.opened);

  return () => {
    const inside = focusInside();
    stopListening();
    stopWatching();
    for (const rule of Object.values(rules)) rule.stop();
    render(null, layer);
    host.remove();
    if (inside && focusBefore?.isConnected) focusBefore.focus();
  };
};
