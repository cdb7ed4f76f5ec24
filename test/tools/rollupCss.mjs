import { transform } from 'lightningcss';

const minify = (filename, source) => transform({ filename, code: Buffer.from(source), minify: true }).code.toString();

/** The values of one block of a palette by name. */
const valuesOf = (css, selector) => {
  const at = css.indexOf(`${selector}{`);
  if (at < 0) throw new Error(`A palette has a block for ${selector}`);
  const block = css.slice(at + selector.length + 1, css.indexOf('}', at));
  return new Map([...block.matchAll(/--scorelet-([\w-]+):([^;]+)/g)].map(([, name, value]) => [name, value]));
};

/**
 * A palette as the shadow root reads it: `--_name` with the public token first and the palette's value behind it. Declaring
 * `--scorelet-name` on :host instead would beat what the page says on its :root. Written out at run time: a name travels
 * once, with its light and its dark value.
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

/** Imports CSS as minified text; a palette as text that makes fallbacks of its values. */
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
