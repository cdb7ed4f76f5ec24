import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palettes, toStylesheet } from '../../themes/index.ts';
import type { Palette } from '../../themes/palette.ts';

type Values = Map<string, string>;
const PALETTES = Object.keys(palettes);

/** Returns the token values in the block of a selector. */
const valuesOf = (css: string, selector: string): Values => {
  const at = css.indexOf(`${selector} {`);
  expect(at, `a block for ${selector}`).toBeGreaterThan(-1);
  const block = css.slice(at, css.indexOf('}', at));
  return new Map(
    [...block.matchAll(/--scorelet-([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
};
const stylesheetOf = (name: string) => toStylesheet(palettes[name] as Palette);
const readPalette = (name: string) => {
  const css = stylesheetOf(name);
  return {
    light: valuesOf(css, 'scorelet-prompt'),
    dark: valuesOf(css, 'scorelet-prompt[data-color-scheme="dark"]'),
    system: valuesOf(css, 'scorelet-prompt:not([data-color-scheme="light"])'),
  };
};

/** Returns the relative luminance of a color, as WCAG 2.2 defines it. */
const luminanceOf = (color: string) => {
  expect(color).toMatch(/^#([\da-f]{3}){1,2}$/);
  const digits = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrastOf = (one: string, two: string) => {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const TEXT = 4.5;
const CONTROL = 3;
/** The pairs of foreground and background tokens in `widgets.css`, with the minimum contrast of WCAG (1.4.3, 1.4.11). */
const PAIRS: [front: string, back: string, least: number, where: string][] = [
  ['text', 'surface', TEXT, 'questions, "Ask me later"'],
  ['text', 'option', TEXT, 'a score'],
  ['text', 'option-hover', TEXT, 'a score under the pointer'],
  ['text', 'input', TEXT, 'the comment'],
  ['muted', 'surface', TEXT, 'the ends of the scale, characters left'],
  ['on-accent', 'accent', TEXT, 'the chosen score, the submit button'],
  ['on-accent', 'accent-hover', TEXT, 'the submit button under the pointer'],
  ['danger', 'danger-surface', TEXT, 'an issue'],
  ['success', 'surface', TEXT, 'the mark of thanks'],
  ['muted', 'option-hover', CONTROL, 'the close button under the pointer'],
  ['control', 'surface', CONTROL, 'the edge of a score and of the comment field'],
  ['accent', 'surface', CONTROL, 'the chosen score, the submit button'],
  ['accent', 'option', CONTROL, 'the chosen score next to the other scores'],
  ['accent', 'option-hover', CONTROL, 'the chosen score next to the score under the pointer'],
  ['accent-hover', 'surface', CONTROL, 'the submit button under the pointer'],
  ['focus', 'surface', CONTROL, 'the focus ring, which has an offset of two pixels'],
  ['danger', 'surface', CONTROL, 'the edge of an invalid question'],
  ['danger', 'option', CONTROL, 'the edge of a score when one is missing'],
  ['danger', 'input', CONTROL, 'the edge of a comment that is too long'],
];
/** Mixes two colours half and half, as `color-mix(in srgb, …)` does. */
const mixOf = (one: string, two: string) => {
  const long = (color: string) => (color.length === 4 ? color.replaceAll(/[\da-f]/g, '$&$&') : color);
  const part = (color: string, at: number) => Number.parseInt(long(color).slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round((part(one, at) + part(two, at)) / 2));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

/** Decorative tokens, for which WCAG requires no contrast. */
const DECORATION = ['border', 'shadow'];

describe('the palettes', () => {
  it('are the five known ones', () => {
    expect(PALETTES).toEqual(['clay', 'contrast', 'ink', 'iris', 'tide']);
  });

  it('have a contrast pair for every colour that the prompt uses', () => {
    const css = readFileSync('widgets/widgets.css', 'utf8');
    const lengths = new Set([...css.matchAll(/--_([\w-]+):/g)].map((match) => match[1]));
    const names = [...css.matchAll(/var\(--_([\w-]+)\)/g)].map((match) => match[1]);
    const used = new Set(names.filter((name) => !lengths.has(name)));
    const paired = new Set([...PAIRS.map(([front]) => front), ...PAIRS.map(([, back]) => back), ...DECORATION]);
    expect([...used].sort()).toEqual([...paired].sort());
  });

  it.each(['light', 'dark'] as const)(
    'mark what is chosen for every accent in %s, by an edge with enough contrast',
    (scheme) => {
      // widgets.css draws the edge in this mix.
      expect(readFileSync('widgets/widgets.css', 'utf8')).toContain(
        'border-color: color-mix(in srgb, var(--_accent), var(--_text))',
      );
      const parts = Array.from({ length: 6 }, (_, index) => (index * 51).toString(16).padStart(2, '0'));
      const accents = parts.flatMap((red) => parts.flatMap((green) => parts.map((blue) => `#${red}${green}${blue}`)));
      const low = PALETTES.flatMap((name) => {
        const { text = '', surface = '' } = Object.fromEntries(readPalette(name)[scheme]);
        return accents
          .filter((accent) => contrastOf(mixOf(accent, text), surface) < CONTROL)
          .map((accent) => `${name} ${accent}`);
      });
      expect(low).toEqual([]);
    },
  );

  describe.each(PALETTES)('%s', (name) => {
    const palette = readPalette(name);

    it('defines every token for light and dark, and the same dark values for the system setting', () => {
      const tokens = [...readPalette('ink').light.keys()];
      expect([...palette.light.keys()]).toEqual(tokens);
      expect([...palette.dark.keys()]).toEqual(tokens);
      expect(palette.system).toEqual(palette.dark);
    });

    it('contains only token values', () => {
      for (const line of stylesheetOf(name).split('\n').filter(Boolean)) {
        expect(line).toMatch(/^\s*(--scorelet-[\w-]+: [^;]+;|.*\{|\})$/);
      }
    });

    it.each(['light', 'dark'] as const)('has sufficient contrast in %s', (scheme) => {
      const values = palette[scheme];
      // The contrast palette must exceed the minimum by half.
      const more = name === 'contrast' ? 1.5 : 1;
      const low = PAIRS.flatMap(([front, back, least, where]) => {
        const contrast = contrastOf(values.get(front) ?? '', values.get(back) ?? '');
        return contrast < least * more
          ? [`${front} on ${back}: ${contrast.toFixed(2)} of ${least * more} (${where})`]
          : [];
      });
      expect(low).toEqual([]);
    });
  });
});
