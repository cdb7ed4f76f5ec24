/**
 * All palettes other than the default one, and the palettes of brands from one accent colour. This code is fetched when the page sets a
 * theme or the respondent prefers more contrast.
 */
import type { Options } from '../src/schema/options.ts';
import { clay } from '../themes/clay.ts';
import { contrast } from '../themes/contrast.ts';
import { iris } from '../themes/iris.ts';
import { type Palette, toRules } from '../themes/palette.ts';
import { tide } from '../themes/tide.ts';
import { toBrand } from './brand.ts';

const PALETTES: { readonly [name: string]: Partial<Palette> | undefined } = { clay, contrast, iris, tide };

/**
 * Returns the styles of a theme; no styles for an unknown theme, which the check reports. With any theme, the high-contrast colours apply
 * when the system asks for more contrast.
 */
export const toStyles = (theme: Options['theme']): string => {
  const accent = `${typeof theme === 'object' ? theme?.accent : theme}`;
  const own = accent.startsWith('#') ? toBrand(accent) : PALETTES[`${theme}`];
  return `${own ? toRules(own) : ''}@media (prefers-contrast:more){${toRules(contrast)}}`;
};
