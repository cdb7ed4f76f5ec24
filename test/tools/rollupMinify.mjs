import { minify as terser } from 'terser';

/**
 * Asks Chromium to compile all functions of a file on another thread while the file arrives. Otherwise each function is compiled at its
 * first call, on the way to the paint. Other browsers ignore the comment.
 */
const COMPILE_EARLY = '//# allFunctionsCalledOnLoad';

/** Minifies a chunk with terser. Properties keep their names. `early` names the files that run on the way to the paint. */
export const minify = (early = []) => ({
  name: 'minify',
  async renderChunk(code, { name }, { format }) {
    const { code: minified, map } = await terser(code, {
      ecma: 2022,
      module: format === 'es',
      sourceMap: { asObject: true },
      // unsafe_arrows is safe here: our code calls none of its own functions with `new`. Functions with arguments are not inlined, because
      // the result compresses worse.
      compress: { passes: 3, ecma: 2022, pure_getters: true, unsafe_arrows: true, inline: 1 },
      format: { comments: false, preamble: early.includes(name) ? COMPILE_EARLY : undefined },
    });
    return { code: minified, map };
  },
});
