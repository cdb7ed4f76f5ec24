import { transform } from 'lightningcss';

/**
 * A palette as the shadow root reads it: `--_name` with the public token first and the palette's value behind it. Declaring
 * `--scorelet-name` on :host instead would beat what the page says on its :root.
 */
const toFallbacks = (css) =>
  css
    .replace(/scorelet-prompt(?:\[([^\]]+)\]|:not\((\[[^\]]+\])\))?/g, (_, attribute, not) =>
      attribute ? `:host([${attribute}])` : not ? `:host(:not(${not}))` : ':host',
    )
    .replace(/--scorelet-([\w-]+):\s*([^;]+);/g, '--_$1: var(--scorelet-$1, $2);');

/** Imports CSS as minified text. */
export const css = () => ({
  name: 'css',
  transform(code, id) {
    if (!id.endsWith('.css')) return null;
    const source = id.includes('/themes/') ? toFallbacks(code) : code;
    const { code: minified } = transform({ filename: id, code: Buffer.from(source), minify: true });
    return { code: `export default ${JSON.stringify(minified.toString())};`, map: { mappings: '' } };
  },
});
