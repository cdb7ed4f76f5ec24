/** Palettes beside the default one, and a brand from one colour: fetched where the page names one, or the respondent wants more contrast. */
import type { Options } from '../src/schema/options.ts';
import clay from '../themes/clay.css';
import contrast from '../themes/contrast.css';
import iris from '../themes/iris.css';
import tide from '../themes/tide.css';
import { toBrand } from './brand.ts';

const PALETTES: { readonly [name: string]: string | undefined } = { clay, iris, tide };

/** Returns the styles of a theme; what is none gives none, and the check says so. Whoever asks the system for more contrast gets it, whatever the theme. */
export const toStyles = (theme: Options['theme']): string => {
  const accent = `${typeof theme === 'object' ? theme?.accent : theme}`;
  const own = accent.startsWith('#') ? toBrand(accent) : (PALETTES[`${theme}`] ?? '');
  return `${own}@media (prefers-contrast:more){${contrast}}`;
};
