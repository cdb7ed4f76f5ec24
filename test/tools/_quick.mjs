import { writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { typescript } from '/work/h-sim/test/tools/rollupTypescript.mjs';

const b = await rollup({
  input: 'test/simulation/runWorlds.ts',
  external: /^node:/,
  plugins: [typescript()],
  onwarn() {},
});
const b2 = await rollup({
  input: {
    runWorlds: 'test/simulation/runWorlds.ts',
    runWorld: 'test/simulation/runWorld.ts',
    planWorld: 'test/simulation/planWorld.ts',
  },
  external: /^node:/,
  plugins: [typescript()],
  onwarn() {},
});
await b2.write({ dir: '/tmp/hsim', format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-c.mjs' });
