import { listen } from '../browser/listen.ts';

/** The minimum time in the page. A shorter stay means that the pointer only passes through, or came from the tabs and returns there. */
const INSIDE_MS = 1000;

/**
 * Calls back once when a hovering pointer that has been in the page for a second leaves the window through its top edge. Does not fire
 * for touch, or during a drag, when browsers report no leaving. Returns a function that stops this.
 */
export const onExitIntent = (callback: () => void): (() => void) => {
  /** When the pointer entered, or was first seen inside; 0 while it is outside. */
  let since = 0;
  const stop = listen(['pointermove', 'pointerout'], (event) => {
    const { type, timeStamp, pointerType, relatedTarget, clientY } = event as PointerEvent;
    if (pointerType === 'touch') return;
    if (type === 'pointermove') since ||= timeStamp;
    // When the pointer moves between elements, the event has a related target.
    else if (!relatedTarget) {
      const stayed = since && timeStamp - since >= INSIDE_MS;
      since = 0;
      if (!stayed || clientY > 0) return;
      stop();
      callback();
    }
  });
  return stop;
};
