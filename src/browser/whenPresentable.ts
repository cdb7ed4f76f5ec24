/** Says whether somebody is in the middle of writing: an empty field that merely has the focus is no reason to wait. */
const isTyping = (): boolean => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement
    ? active.matches(
        'textarea,[type=text],[type=search],[type=email],[type=tel],[type=url],[type=password],[type=number],:not([type])',
      ) && active.value !== ''
    : active instanceof HTMLElement && active.isContentEditable;
};

/** Says whether a modal is open. Pages keep closed ones about, so only what takes up room counts. */
const isModalOpen = (): boolean =>
  [...document.querySelectorAll('dialog:modal,[aria-modal=true],body[inert],body>[inert]')].some(
    (element) => element.getClientRects().length > 0,
  );

const isPresentable = (): boolean => !(document.hidden || document.fullscreenElement || isTyping() || isModalOpen());

const EVENTS = ['visibilitychange', 'fullscreenchange', 'focusout', 'input', 'close', 'toggle'];

/** Calls back as soon as a prompt may appear, at once or later. Never polls. Returns what stops the waiting. */
export const whenPresentable = (callback: () => void): (() => void) => {
  if (isPresentable()) {
    callback();
    return () => {};
  }
  let scheduled: ReturnType<typeof setTimeout> | undefined;
  // Focus has moved on and dialogs are closed only after the event; half a second also spares a field left for the next.
  const look = () => {
    scheduled ??= setTimeout(() => {
      scheduled = undefined;
      if (!isPresentable()) return;
      stop();
      callback();
    }, 500);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, {
    attributes: true,
    attributeFilter: ['open', 'aria-modal', 'hidden', 'inert', 'class', 'style'],
    childList: true,
    subtree: true,
  });
  for (const name of EVENTS) document.addEventListener(name, look, true);
  const stop = () => {
    clearTimeout(scheduled);
    observer.disconnect();
    for (const name of EVENTS) document.removeEventListener(name, look, true);
  };
  return stop;
};
