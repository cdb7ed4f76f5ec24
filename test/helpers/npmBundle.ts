import path from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

/** The npm build in one classic script, as a customer's bundler would make it: `window.createScorelet`. */
export const bundleNpm = async (): Promise<string> => {
  const entry = `export { createScorelet } from ${JSON.stringify(path.resolve('dist/npm/index.js'))};`;
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === 'entry' ? '\0entry' : undefined),
        load: (id: string) => (id === '\0entry' ? entry : undefined),
      },
      resolve({ browser: true }),
    ],
    onwarn: () => {},
  });
  const { output } = await bundle.generate({
    format: 'iife',
    name: 'window',
    extend: true,
    inlineDynamicImports: true,
  });
  await bundle.close();
  return output[0].code;
};
