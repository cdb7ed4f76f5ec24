/** `npm start` and `npm run dev`: from a fresh checkout to a running demo. Only Node's own modules until the packages are there. */
import { createConsole, StartFailure } from './start/console.mjs';
import { createStopping } from './start/stopping.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isSupported = major > 20 || (major === 20 && minor >= 19);

const main = async () => {
  if (!isSupported) {
    throw new StartFailure(
      `Node ${process.versions.node} is too old: Node 20.19 or newer is needed.`,
      'Install the current one from https://nodejs.org and run the same command again.',
    );
  }
  const { install } = await import('./start/install.mjs');
  await install(output);
  // What follows uses the packages.
  const { run } = await import('./start/run.mjs');
  await run({ output, stopping, watch: process.argv.includes('--watch') });
};

const output = createConsole();
const stopping = createStopping(output);
try {
  await main();
} catch (error) {
  // Whoever stops the demo while it starts knows why a step was not finished.
  if (!stopping.isStopping()) {
    output.fail(error);
    await stopping.stopAll().catch(() => {});
    process.exit(1);
  }
}
