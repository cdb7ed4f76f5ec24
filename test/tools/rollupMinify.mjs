/** The two steps of minification. Each is a stock minifier; the second finds what the first does not. */
import { minify as oxc } from 'oxc-minify';
import { minify as terser } from 'terser';

/**
 * Asks Chromium to compile all functions of a file on another thread while the file arrives. Otherwise each function is compiled at its
 * first call, on the way to the paint. Other browsers ignore the comment.
 */
const COMPILE_EARLY = '//# allFunctionsCalledOnLoad\n';

/**
 * Simplifies the code of a file with terser. Keeps names and line breaks.
 *
 * `inline` inlines functions that are called once. Functions with arguments are not inlined, because the result compresses worse.
 */
export const compress = ({ inline }) => ({
  name: 'compress',
  async renderChunk(code, _, { format }) {
    const { code: simple, map } = await terser(code, {
      ecma: 2022,
      module: format === 'es',
      sourceMap: { asObject: true },
      compress: {
        ecma: 2022,
        passes: 3,
        pure_getters: true,
        // Safe here: our code calls none of its own functions with `new`.
        unsafe_arrows: true,
        inline: inline ? 1 : 0,
        reduce_funcs: inline,
        join_vars: inline,
        sequences: inline,
      },
      mangle: false,
      format: { beautify: true, comments: false },
    });
    return { code: simple, map };
  },
});

/** Shortens names and removes spaces with oxc. Properties keep their names. `early` names the files that run on the way to the paint. */
export const minify = (early = []) => ({
  name: 'minify',
  async renderChunk(code, { name, fileName }, { format }) {
    const result = await oxc(fileName, code, {
      module: format === 'es',
      compress: { target: 'es2022' },
      mangle: { toplevel: format === 'es' },
      sourcemap: true,
    });
    if (result.errors.length > 0) this.error(result.errors[0].message);
    if (!early.includes(name)) return { code: result.code, map: result.map };
    // The comment takes the first line.
    return { code: COMPILE_EARLY + result.code, map: { ...result.map, mappings: `;${result.map.mappings}` } };
  },
});
