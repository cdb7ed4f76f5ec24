import { listen } from '../browser/listen.ts';

/** Who is in the page for less only passes through, or came from the tabs and goes back. */
const INSIDE_MS = 1000;

/**
 * Calls back once when a pointer that hovers leaves the window through its top edge after it has been in the page for a second.
 * Fingers have no such moment; nor has a drag, during which the browser says nothing of leaving. Returns what stops it.
 */
export const onExitIntent = (callback: () => void): (() => void) => {
  /** When the pointer came in, or was first seen to be in. */
  let since = 0;
  const stop = listen(['pointermove', 'pointerout'], (event) => {
    const { type, timeStamp, pointerType, relatedTarget, clientY } = event as PointerEvent;
    if (pointerType === 'touch') return;
    if (type === 'pointermove') since ||= timeStamp;
    // From one element to the next there is a related one.
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
