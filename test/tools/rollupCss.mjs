import { transform } from 'lightningcss';

/** Imports CSS as minified text. */
export const css = () => ({
  name: 'css',
  transform(code, id) {
    if (!id.endsWith('.css')) return null;
    const minified = transform({ filename: id, code: Buffer.from(code), minify: true }).code.toString();
    return { code: `export default ${JSON.stringify(minified)};`, map: { mappings: '' } };
  },
});
