import { transform } from 'lightningcss';

const minify = (filename, source) => transform({ filename, code: Buffer.from(source), minify: true }).code.toString();

/** Returns the values in one block of a palette by token name. */
const valuesOf = (css, selector) => {
  const at = css.indexOf(`${selector}{`);
  if (at < 0) throw new Error(`A palette has a block for ${selector}`);
  const block = css.slice(at + selector.length + 1, css.indexOf('}', at));
  return new Map([...block.matchAll(/--scorelet-([\w-]+):([^;]+)/g)].map(([, name, value]) => [name, value]));
};

/**
 * Converts a palette for the shadow root: each `--_name` is the public token with the palette's value as its fallback. A declaration
 * of `--scorelet-name` on :host would override the page's :root. The CSS is expanded at run time, so that the file contains each
 * name only once, with its light and its dark value.
 */
const toFallbacks = (css) => {
  const light = valuesOf(css, 'scorelet-prompt');
  const dark = valuesOf(css, 'scorelet-prompt[data-color-scheme=dark]');
  if ([...light.keys()].join() !== [...dark.keys()].join()) throw new Error('A palette names the same tokens twice');
  const table = [...light].map(([name, value]) => `${name}|${value}|${dark.get(name)};`).join('');
  return `
const write = (column) => ${JSON.stringify(table)}.replace(/([\\w-]+)\\|(.*?)\\|(.*?);/g, '--_$1:var(--scorelet-$1,$' + column + ');') + '}';
export default ':host{' + write(2) + '@media (prefers-color-scheme:dark){:host([data-color-scheme=auto]){' + write(3) + '}:host([data-color-scheme=dark]){' + write(3);`;
};

/** Imports CSS as minified text. The values of a palette become fallbacks of the public tokens. */
export const css = () => ({
  name: 'css',
  transform(code, id) {
    if (!id.endsWith('.css')) return null;
    const minified = minify(id, code);
    return {
      code: id.includes('/themes/') ? toFallbacks(minified) : `export default ${JSON.stringify(minified)};`,
      map: { mappings: '' },
    };
  },
});
