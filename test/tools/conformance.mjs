/**
 * `npm run conformance -- URL`: what `npx scorelet conformance URL` does, from the sources as they are now. Node 20 reads no
 * TypeScript, so they are bundled first, into a folder that no other build touches.
 */
import { rollup } from 'rollup';
import { npm } from '../../rollup.config.mjs';

const bundle = await rollup({ ...npm, input: { cli: 'src/cli/cli.ts' } });
await bundle.write({ ...npm.output, dir: '.build/cli' });
await bundle.close();
// What is typed after `--` stands where the command's own arguments would.
process.argv.splice(2, 0, 'conformance');
await import(new URL('../../.build/cli/cli.js', import.meta.url));
