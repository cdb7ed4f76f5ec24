/**
 * Derives the colours of a brand from one accent colour: the hover colour, the text colour on the accent, and the focus ring, for light and
 * dark mode.
 */
import { warn } from '../src/browser/warn.ts';
import type { Palette } from '../themes/palette.ts';

type Rgb = readonly [number, number, number];

/** The card colours of the default palette in light and dark mode. `LEAST` is the contrast that WCAG 1.4.11 requires. */
const SURFACES: readonly [Rgb, Rgb] = [
  [255, 255, 255],
  [22, 24, 29],
];
const LEAST = 3;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

const read = (hex: string): Rgb => {
  const long = hex.length < 7 ? hex.replace(/\w/g, '$&$&') : hex;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};
const write = (color: Rgb): string =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Computes the relative luminance and the contrast ratio as defined by WCAG 2.2. */
const luminance = (color: Rgb): number => {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Rgb, other: Rgb): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const mix = (color: Rgb, other: Rgb, share: number) =>
  color.map((part, index) => part + ((other[index] as number) - part) * share) as unknown as Rgb;

/** Returns the colour nearest to the given one, towards black or white, that has enough contrast with a surface. */
const standOut = (color: Rgb, surface: Rgb): Rgb => {
  const goal = luminance(surface) > 0.5 ? BLACK : WHITE;
  let found = color;
  for (let share = 0; contrast(found, surface) < LEAST; share += 0.02) found = mix(color, goal, share);
  return found;
};

/** Returns the accent, its hover colour, the text colour on it and the focus ring, for one surface. */
const toColors = (accent: Rgb, surface: Rgb): readonly [string, string, string, string] => {
  const onAccent = contrast(accent, WHITE) >= contrast(accent, BLACK) ? WHITE : BLACK;
  // The hover colour moves away from the text colour, which increases the contrast of the text.
  const hover = mix(accent, onAccent === WHITE ? BLACK : WHITE, 0.15);
  return [write(accent), write(hover), write(onAccent), write(standOut(accent, surface))];
};

/**
 * Returns the palette of a brand. In light mode the accent is used as given. If its contrast is too low, a console warning on developer
 * machines suggests the nearest colour with enough contrast. In dark mode the accent is lightened as far as necessary.
 */
export const toBrand = (hex: string): Partial<Palette> => {
  const [paper, night] = SURFACES;
  const accent = read(hex);
  const better = standOut(accent, paper);
  if (better !== accent && /^(localhost|127\.|\[::1\]|.*\.(local|test)$)/.test(location.hostname)) {
    warn(
      `theme.accent ${hex} is hard to see on white (${contrast(accent, paper).toFixed(1)} : 1, 3 : 1 is asked). Nearest: ${write(better)}`,
    );
  }
  const light = toColors(accent, paper);
  const dark = toColors(standOut(accent, night), night);
  return {
    accent: [light[0], dark[0]],
    'accent-hover': [light[1], dark[1]],
    'on-accent': [light[2], dark[2]],
    focus: [light[3], dark[3]],
  };
};
