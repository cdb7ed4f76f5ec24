/** The shorter side of a tablet's screen is at least this many CSS pixels. */
const TABLET_PX = 600;

/** Returns the kind of device by its pointer and its screen, never by its name. */
export const toDevice = (): 'phone' | 'tablet' | 'desktop' => {
  if (!globalThis.matchMedia?.('(pointer:coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < TABLET_PX ? 'phone' : 'tablet';
};
