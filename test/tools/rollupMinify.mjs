import { minify as terser } from 'terser';

/** Minifies a chunk with terser. Properties keep their names. */
export const minify = () => ({
  name: 'minify',
  async renderChunk(code, _chunk, { format }) {
    const { code: minified, map } = await terser(code, {
      ecma: 2022,
      module: format === 'es',
      sourceMap: { asObject: true },
      // unsafe_arrows is safe here: our code calls none of its own functions with `new`.
      compress: { passes: 3, ecma: 2022, pure_getters: true, unsafe_arrows: true },
      format: { comments: false },
    });
    return { code: minified, map };
  },
});
