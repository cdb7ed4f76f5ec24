/** Run by itself: builds the SDK without its declarations, which nobody waits for while working. */
import { build } from '../../test/tools/build.mjs';

await build({ declarations: false });
