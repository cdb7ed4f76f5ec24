/** Finds three consecutive free ports for the collector, the shop and the help desk. */
import getPort, { clearLockedPorts, portNumbers } from 'get-port';
import { StartFailure } from './console.mjs';

const COUNT = 3;
const BLOCKS = 50;

const isFree = async (port) => {
  // get-port does not return the same port twice within half a minute, unless its locks are cleared.
  clearLockedPorts();
  return (await getPort({ port: portNumbers(port, port) })) === port;
};

/** Returns the first port of a block that is taken, or undefined. */
const findTaken = async (first) => {
  for (let port = first; port < first + COUNT; port++) if (!(await isFree(port))) return port;
  return undefined;
};

/**
 * Chooses the ports. Begins at `wanted`; `0` allows any free ports. `taken` is the first port that was not free.
 * @param {string} wanted
 * @returns {Promise<{ collector: number, shop: number, helpdesk: number, taken: number | undefined }>}
 */
export const choosePorts = async (wanted) => {
  const start = Number(wanted);
  if (!Number.isInteger(start) || start < 0 || start > 65_535 - COUNT) {
    throw new StartFailure(
      `PORT is "${wanted}", which is not a valid port.`,
      'Set it to a number from 1024 to 65532, for example 4300.',
    );
  }
  let taken;
  for (let block = 0; block < BLOCKS; block++) {
    const first = start === 0 ? await getPort() : start + block * COUNT;
    if (first + COUNT > 65_535) break;
    const busy = await findTaken(first);
    if (busy === undefined) return { collector: first, shop: first + 1, helpdesk: first + 2, taken };
    if (start !== 0) taken ??= busy;
  }
  throw new StartFailure(`There are no three consecutive free ports from ${start} on.`, 'Set PORT to another number.');
};
