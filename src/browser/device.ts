/** The shorter side of a tablet's screen, in CSS pixels, is at least this. */
const TABLET_PX = 600;

/** Says what kind of device shows the page: by its pointer and its screen, never by its name. */
export const toDevice = (): 'phone' | 'tablet' | 'desktop' => {
  if (!globalThis.matchMedia?.('(pointer:coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < TABLET_PX ? 'phone' : 'tablet';
};
