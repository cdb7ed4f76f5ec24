import { builtinPages } from './builtinPages.ts';
import { eventPages } from './eventPages.ts';
import type { HostilePage } from './hostilePage.ts';
import { layoutPages } from './layoutPages.ts';
import { namePages } from './namePages.ts';
import { obstaclePages } from './obstaclePages.ts';
import { removalPages, waitPages } from './removalPages.ts';

/** All hostile pages, by kind. */
export const PAGES: Readonly<Record<string, readonly HostilePage[]>> = {
  obstacles: obstaclePages,
  'replaced built-ins': builtinPages,
  names: namePages,
  layout: layoutPages,
  events: eventPages,
  removal: removalPages,
  'waits without an end': waitPages,
};

/** The pages that matter most, for all engines and both builds. */
export const PAGES_EVERYWHERE: readonly HostilePage[] = Object.values(PAGES)
  .flat()
  .filter(({ everywhere }) => everywhere);
