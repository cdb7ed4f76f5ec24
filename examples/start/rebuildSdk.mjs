/** Builds the SDK without type declarations, which saves time during development. Runs in its own process. */
import { build } from '../../test/tools/build.mjs';

await build({ declarations: false });
