import { transform } from 'lightningcss';

const minify = (filename, source) => transform({ filename, code: Buffer.from(source), minify: true }).code.toString();

/** The values of one block of a palette, `name value;` each. */
const valuesOf = (css, selector) => {
  const at = css.indexOf(`${selector}{`);
  if (at < 0) throw new Error(`A palette has a block for ${selector}`);
  const block = css.slice(at + selector.length + 1, css.indexOf('}', at));
  return block.replace(/--scorelet-([\w-]+):([^;]+);?/g, '$1 $2;');
};

/**
 * A palette as the shadow root reads it: `--_name` with the public token first and the palette's value behind it. Declaring
 * `--scorelet-name` on :host instead would beat what the page says on its :root. Written out at run time: names and values
 * travel once.
 */
const toFallbacks = (css) => `
const write = (values) => values.replace(/([\\w-]+) ([^;]+);/g, '--_$1:var(--scorelet-$1,$2);');
const dark = write(${JSON.stringify(valuesOf(css, 'scorelet-prompt[data-color-scheme=dark]'))});
export default ':host{' + write(${JSON.stringify(valuesOf(css, 'scorelet-prompt'))}) + '}' +
  '@media (prefers-color-scheme:dark){:host([data-color-scheme=auto]){' + dark + '}}:host([data-color-scheme=dark]){' + dark + '}';`;

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
