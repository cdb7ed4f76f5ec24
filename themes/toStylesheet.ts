import type { Palette } from './palette.ts';

/** Returns the stylesheet of a palette for a page that links it. The build writes one for each palette. */
export const toStylesheet = (palette: Palette): string => {
  const write = (selector: string, scheme: 0 | 1, indent = '') =>
    [
      `${indent}${selector} {`,
      ...Object.entries(palette).map(([token, values]) => `${indent}  --scorelet-${token}: ${values[scheme]};`),
      `${indent}}`,
    ].join('\n');
  return `${write('scorelet-prompt', 0)}

@media (prefers-color-scheme: dark) {
${write('scorelet-prompt:not([data-color-scheme="light"])', 1, '  ')}
}

${write('scorelet-prompt[data-color-scheme="dark"]', 1)}
`;
};
