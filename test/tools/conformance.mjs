/**
 * `npm run conformance -- URL` runs `npx scorelet conformance URL` from the current sources. Node 20 cannot run TypeScript, so
 * the sources are bundled first, into a folder that no other build uses.
 */
import { rollup } from 'rollup';
import { npm } from '../../rollup.config.mjs';

const bundle = await rollup({ ...npm, input: { cli: 'src/cli/cli.ts' } });
await bundle.write({ ...npm.output, dir: '.build/cli' });
await bundle.close();
// The command line reads `conformance URL`, although the caller typed only the URL.
process.argv.splice(2, 0, 'conformance');
await import(new URL('../../.build/cli/cli.js', import.meta.url));
