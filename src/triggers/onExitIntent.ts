import { listen } from '../browser/listen.ts';

/**
 * The minimum time that the pointer must have been in the page. After a shorter time, the pointer only passes through the page, or came
 * from the browser's tabs and returns there.
 */
const INSIDE_MS = 1000;

/**
 * Calls back once when a hovering pointer that has been in the page for a second leaves the window through its top edge. Does not call back
 * for touch, or during a drag, when browsers do not report that the pointer leaves. Returns a function that removes the listeners.
 */
export const onExitIntent = (callback: () => void): (() => void) => {
  /** The time when the pointer entered the page, or was first seen inside it; 0 while it is outside. */
  let since = 0;
  const stop = listen(['pointermove', 'pointerout'], (event) => {
    const { type, timeStamp, pointerType, relatedTarget, clientY } = event as PointerEvent;
    if (pointerType === 'touch') return;
    if (type === 'pointermove') since ||= timeStamp;
    // An event with a related target means that the pointer only moves between elements.
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
