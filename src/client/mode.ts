import type { Mode } from '../api/mode.ts';
import type { Options } from '../schema/index.ts';
import type { Link } from './link.ts';

/** Returns the mode of a client. `auto` becomes `test` when a WebDriver controls the browser, else `live`. */
export const toMode = (asked: Options['mode'] = 'auto', link: Link | undefined, automation: boolean): Mode => {
  if (asked !== 'off' && link && link.score === undefined) return 'preview';
  if (asked !== 'auto') return asked;
  return automation ? 'test' : 'live';
};
