/** `npm start` and `npm run dev`: installs, builds and starts the demo. Imports only Node's own modules until the packages are installed. */
import { createConsole, StartFailure } from './start/console.mjs';
import { createStopping } from './start/stopping.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isSupported = major > 20 || (major === 20 && minor >= 19);

const main = async () => {
  if (!isSupported) {
    throw new StartFailure(
      `Node ${process.versions.node} is too old. The demo needs Node 20.19 or newer.`,
      'Install the current version from https://nodejs.org and run the same command again.',
    );
  }
  const { install } = await import('./start/install.mjs');
  await install(output);
  // run.mjs imports packages, so it can be imported only now.
  const { run } = await import('./start/run.mjs');
  await run({ output, stopping, watch: process.argv.includes('--watch') });
};

const output = createConsole();
const stopping = createStopping(output);
try {
  await main();
} catch (error) {
  // When the demo is being stopped, an unfinished step is expected and not reported.
  if (!stopping.isStopping()) {
    output.fail(error);
    await stopping.stopAll().catch(() => {});
    process.exit(1);
  }
}
