/** The prompt in Preact. `mountPrompt` is all that the rest of scorelet knows of it. */
import { render } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import { afterPaint } from '../src/browser/afterPaint.ts';
import { isScored } from '../src/core/session/normalSurvey.ts';
import type { Session } from '../src/core/session/session.ts';
import { createCommitRule } from './commitRule.ts';
import type { Presented, PromptExtras } from './extras.ts';
import { createGroupKeys } from './groupKeys.ts';
import { createHost } from './host.ts';
import { Layer, openLayer } from './Layer.tsx';
import { SurveyPrompt } from './SurveyPrompt.tsx';
import { whenViewed } from './whenViewed.ts';

const CONTROLS = 'input,textarea';
const KEYBOARD_MS = 500;

/**
 * Shows the prompt of a session on the page. Draws each state the session reaches; returns what takes it away. Surveys that
 * are more than a scale with a comment need `extras`.
 */
export const mountPrompt = (session: Session, options: PresentOptions, extras?: PromptExtras): (() => void) => {
  const { close, takeFocus, brand, privacyUrl, mayRefuse, presentation, target, place, styles = '' } = options;
  const root = createHost(options, (extras?.css ?? '') + styles);
  const takesFocus = takeFocus || presentation === 'modal';
  /** A step has one scored question at most; where there is nothing else, it comes first. */
  const scored = () => `${session.state().questions.find(isScored)?.id}`;
  const rule = createCommitRule(() => session.commit(scored()));
  const toScore = createGroupKeys();
  const stops: (() => void)[] = [rule.stop];
  let presented: Presented | undefined;
  /** Where the focus was before it came into the prompt. */
  let focusBefore = takesFocus ? (document.activeElement as HTMLElement | null) : undefined;

  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
  /** The first control; of radios the chosen one, as Tab would have it. */
  const focusFirst = () => {
    const first = root.querySelector<HTMLElement>(CONTROLS);
    (first?.closest('fieldset')?.querySelector<HTMLElement>(':checked') ?? first)?.focus();
  };
  const leave = (reason: 'close_button' | 'escape') => (presented?.close ?? close)(reason);
  /** Outside what Preact draws (a layer that has more than its card counts as shifted when the card grows), there and empty before anything is said. */
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'unseen';
  /** Says something to a screen reader, once. */
  const announce = (text: string) => {
    status.lang = session.locale.tag;
    // The node must have been there for a moment, or what is put into it is not read.
    setTimeout(() => {
      status.textContent = text;
    }, 150);
  };

  const draw = () => {
    const { survey, locale } = session;
    const card = SurveyPrompt({
      survey,
      locale,
      brand,
      privacyUrl,
      mayRefuse,
      extras,
      state: session.state(),
      onSelect(score, detail) {
        session.select(scored(), score, rule.onSelect(detail));
        if (detail) session.commit(scored());
      },
      onKey({ id, scale }, event) {
        const { key, ctrlKey, metaKey, altKey, target } = event;
        rule.onKey();
        if (ctrlKey || metaKey || altKey) return;
        // The first Enter says "this one"; the form is sent by the next, or from a button.
        const confirmed = key === 'Enter' && session.commit(id) && session.state().questions.length > 1;
        const from = locale.dir === 'rtl' ? +(target as HTMLInputElement).value : undefined;
        const score = toScore(key, scale, event.timeStamp, from);
        if (confirmed || score !== undefined) event.preventDefault();
        if (score === undefined) return;
        session.select(id, score, rule.onSelect(0));
        focus(`[name="${id}"][value="${score}"]`);
      },
      onLeave: rule.onLeave,
      onWrite: (id, text) => session.write(id, text, 'keyboard'),
      onChoose: (id, chosen, detail) => session.choose(id, chosen, detail ? 'pointer' : 'keyboard'),
      onSubmit() {
        const { step } = session.state();
        if (!session.submit()) focus('[aria-invalid] input,:is(input,textarea)[aria-invalid]');
        else if (session.state().step !== step) focusFirst();
      },
      onBack() {
        session.back();
        focusFirst();
      },
      onLater() {
        session.snooze();
        close('api');
      },
      onNever: () => close('never'),
      onClose: () => leave('close_button'),
      onLink: session.followLink,
    });
    render(Layer({ presentation, placement: survey.placement, locale, card }), root);
  };

  stops.push(
    session.subscribe(({ type }, { status, ending }) => {
      if (type !== 'drawn' && type !== 'completed') return;
      const inside = root.activeElement;
      draw();
      if (status !== 'completed') return;
      if (inside) focus('.thanks');
      else announce(ending?.thanks ?? session.locale.ui.thanks);
    }),
  );

  root.addEventListener('focusin', (event) => {
    const { relatedTarget, target: control } = event as FocusEvent;
    if (!root.contains(relatedTarget as Node | null)) focusBefore ??= relatedTarget as HTMLElement | null;
    // An on-screen keyboard that comes up now is there by then, and takes its part of the screen.
    setTimeout(() => (control as Element).scrollIntoView({ block: 'nearest' }), KEYBOARD_MS);
  });
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape' && presentation !== 'inline') leave('escape');
  });

  const show = () => {
    ((presentation === 'inline' && target) || document.body).append(root.host);
    const layer = root.querySelector('.layer') as HTMLElement;
    const open = () => {
      openLayer(layer, presentation);
      stops.push(whenViewed(layer, session.view));
      if (place && target) stops.push(place(layer, target, session.survey));
    };
    if (extras) {
      presented = extras.present(layer, session, options, focusFirst, open);
      stops.push(presented.stop);
    }
    // What stands outside a modal is not heard.
    (presentation === 'modal' ? layer : root).append(status);
    if (presented?.waits) return;
    open();
    if (takesFocus) focus(CONTROLS);
    // The paint comes first: what is recorded and said can wait for it.
    stops.push(
      afterPaint(() => {
        session.display();
        if (!takesFocus) announce(session.locale.ui.opened);
      }),
    );
  };
  // Drawn off the page, then put on it whole: two short tasks instead of a long one.
  draw();
  const step = setTimeout(show);

  return () => {
    const inside = root.activeElement;
    clearTimeout(step);
    for (const stop of stops) stop();
    root.host.remove();
    if (inside && focusBefore?.isConnected) focusBefore.focus();
  };
};
