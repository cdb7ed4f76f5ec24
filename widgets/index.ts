/** The Preact prompt. The rest of scorelet uses only its function `mountPrompt`. */

import { render } from 'preact';
import type { PresentOptions } from '../src/api/present.ts';
import { afterPaint } from '../src/browser/afterPaint.ts';
import { listen } from '../src/browser/listen.ts';
import { page } from '../src/browser/page.ts';
import type { Session } from '../src/core/session/session.ts';
import type { DisplayEnvironment } from '../src/display/displayEnvironment.ts';
import type { Prompt, PromptExtras } from './extras.ts';
import { createHost } from './host.ts';
import { raise } from './raise.ts';
import { SurveyPrompt } from './SurveyPrompt.tsx';
import { createScaleInput } from './scaleInput.ts';
import { whenViewed } from './whenViewed.ts';

/** The delay before a screen reader announcement. A screen reader announces only changes made after the element was added to the page. */
const ANNOUNCE_MS = 150;

/** Creates the layer of a prompt: a dialog for a modal, or else a section above the page or in its flow. */
const createLayer = ({ presentation }: PresentOptions, { survey }: Session): HTMLElement => {
  const layer = page.createElement(presentation === 'modal' ? 'dialog' : 'section');
  layer.className = `layer ${presentation === 'inline' ? '' : `popover ${survey.placement} `}${presentation}`;
  return layer;
};

/**
 * Shows the prompt of a session on the page and redraws it when the session changes. Returns a function that removes the prompt. A survey
 * with more than a number scale and a comment needs `extras`.
 */
export const mountPrompt = (
  session: Session,
  options: PresentOptions,
  rare: DisplayEnvironment['rare'],
  extras?: PromptExtras,
): (() => void) => {
  const { presentation, target, place, styles = '' } = options;
  const isOnTop = presentation !== 'inline' && presentation !== 'modal';
  const root = createHost(options, (extras?.css ?? '') + styles);
  const layer = createLayer(options, session);
  // The status element for screen readers is outside the layer. Inside the layer, a growing card would count as a layout shift.
  const status = page.createElement('p');
  // Firefox before 119 has no property for the role.
  status.setAttribute('role', 'status');
  status.className = 'unseen';
  root.append(layer);
  // For a modal, `extras` later moves this element into the dialog, because a screen reader does not read content outside a modal.
  if (presentation !== 'modal') root.append(status);
  /** The element that had the focus before the prompt opened. */
  let focusBefore: HTMLElement | null | undefined;

  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
  const input = createScaleInput(session, focus);
  const stops = [input.stop];
  /** Announces a text to screen readers. */
  const announce = (text: string) => {
    status.lang = session.locale.tag;
    setTimeout(() => {
      status.textContent = text;
    }, ANNOUNCE_MS);
  };

  const prompt: Prompt = {
    session,
    options,
    layer,
    status,
    stops,
    close: options.close,
    focusFirst() {
      // In a radio group, the focus moves to the checked radio button, as with the Tab key.
      const first = root.querySelector<HTMLElement>('input,textarea');
      (first?.closest('fieldset')?.querySelector<HTMLElement>(':checked') ?? first)?.focus();
    },
    open(takesFocus) {
      if (isOnTop) raise(layer);
      stops.push(whenViewed(layer, session.view));
      if (place && target) stops.push(place(layer, target, session.survey));
      if (takesFocus) {
        focusBefore ??= page.activeElement as HTMLElement | null;
        prompt.focusFirst();
      }
      // The display is recorded and announced after the paint, so that neither delays the paint.
      afterPaint(() => {
        session.display();
        if (!takesFocus) announce(session.locale.ui.opened);
      });
    },
  };

  const submit = () => {
    if (!session.submit()) focus('[aria-invalid] input,:is(input,textarea)[aria-invalid]');
  };

  const draw = () => {
    const { tag, dir, ui } = session.locale;
    layer.lang = tag;
    layer.dir = dir;
    layer.setAttribute('aria-label', ui.surveyLabel);
    const card = SurveyPrompt({
      session,
      options,
      input,
      extras,
      onSubmit: submit,
      onClose: () => prompt.close('close_button'),
    });
    render(card, layer);
  };

  stops.push(
    session.subscribe((change, { status, ending }) => {
      if (change.type !== 'drawn' && change.type !== 'completed') return;
      const inside = root.activeElement;
      // The browser itself has checked the control that was clicked. That change is painted before the prompt is redrawn.
      if (change.type === 'drawn' && change.inputMode === 'pointer') afterPaint(draw);
      else draw();
      if (status !== 'completed') return;
      if (inside) focus('.thanks');
      else announce(ending?.thanks ?? session.locale.ui.thanks);
    }),
  );

  root.addEventListener('focusin', (event) => {
    const { relatedTarget } = event as FocusEvent;
    // A focus trap of the page has taken the focus back before this listener.
    if (isOnTop && !root.activeElement) void rare.fetch().then((fetched) => fetched?.stepAside(prompt));
    if (!root.contains(relatedTarget as Node | null)) focusBefore ??= relatedTarget as HTMLElement | null;
  });
  root.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, isComposing, keyCode } = event as KeyboardEvent;
    // During the composition of an input method, a key only ends the composition. Safari ends it before the event, with this code.
    if (isComposing || keyCode === 229) return;
    if (key === 'Escape' && presentation !== 'inline') prompt.close('escape');
    if (key === 'Enter' && (ctrlKey || metaKey)) submit();
  });

  // An on-screen keyboard opens or closes.
  const onResize = () => {
    if (root.activeElement) void rare.fetch().then((fetched) => fetched?.clearKeyboard(prompt));
  };
  stops.push(listen(['resize'], onResize, window.visualViewport));

  // The card is drawn off the page, so that the page is laid out once.
  draw();
  ((presentation === 'inline' && target) || page.body).append(root.host);
  if (extras) extras.present(prompt);
  else prompt.open(options.takeFocus);
  /** True when the page has removed a prompt that is not answered yet. */
  const isMissing = () => !root.host.isConnected && session.state().status === 'open';
  const observer = new MutationObserver(async () => {
    if (!isMissing()) return;
    observer.disconnect();
    const fetched = await rare.fetch();
    if (!isMissing()) return;
    if (fetched) fetched.bringBack(prompt, root.host);
    else options.close('removed');
  });
  observer.observe(page.documentElement, { childList: true, subtree: true });
  stops.push(() => observer.disconnect());

  return () => {
    const inside = root.activeElement;
    for (const stop of stops) stop();
    root.host.remove();
    if (!inside || !focusBefore) return;
    const before = focusBefore;
    if (before.isConnected) before.focus();
    else void rare.fetch().then((fetched) => fetched?.focusInstead(before));
  };
};
