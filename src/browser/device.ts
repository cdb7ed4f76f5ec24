/** The minimum width of a tablet's shorter screen side, in CSS pixels. */
const TABLET_PX = 600;

/** Returns the kind of device from its pointer and screen. Does not read the user agent. */
export const toDevice = (): 'phone' | 'tablet' | 'desktop' => {
  if (!globalThis.matchMedia?.('(pointer:coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < TABLET_PX ? 'phone' : 'tablet';
};
