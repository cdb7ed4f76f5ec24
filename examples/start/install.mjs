/** Installs the packages when they are missing or differ from the lockfile. Uses Node's own modules only. */
import { readFile } from 'node:fs/promises';
import { runCommand } from './command.mjs';
import { StartFailure } from './console.mjs';

const readPackages = async (file) => {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

/**
 * Returns true when all packages of the lockfile are installed. Compares versions instead of file times, because a checkout
 * changes the time of the lockfile. Ignores optional packages, which may be for other platforms.
 */
const isInstalled = async () => {
  const wanted = await readPackages('package-lock.json');
  const found = await readPackages('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || optional || devOptional || found[name]?.version === version,
  );
};

const NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/;

/** @param {ReturnType<typeof import('./console.mjs').createConsole>} output */
export const install = async (output) => {
  if (await isInstalled()) return;
  await output.step('Installing packages (npm ci)', async () => {
    const { code, printed } = await runCommand('npm', ['ci', '--no-fund', '--no-audit']);
    if (code === 0) return;
    if (NETWORK.test(printed)) {
      throw new StartFailure(
        'The packages could not be downloaded, because the npm registry is not reachable.',
        'Check the network or the proxy (`npm config get proxy`) and run the same command again.',
        printed,
      );
    }
    throw new StartFailure('The packages could not be installed.', 'Run `npm ci` to see the reason.', printed);
  });
};
