/** Finds three ports in a row: collector, shop, help desk. In a row, so that who knows one knows them all. */
import getPort, { clearLockedPorts, portNumbers } from 'get-port';
import { StartFailure } from './console.mjs';

const COUNT = 3;
const BLOCKS = 50;

const isFree = async (port) => {
  // It would not name a port twice within half a minute.
  clearLockedPorts();
  return (await getPort({ port: portNumbers(port, port) })) === port;
};

/** The first port of the block that is taken, or nothing. */
const findTaken = async (first) => {
  for (let port = first; port < first + COUNT; port++) if (!(await isFree(port))) return port;
  return undefined;
};

/**
 * Chooses the ports; 0 means any.
 * @param {string} wanted
 * @returns {Promise<{ collector: number, shop: number, helpdesk: number, taken: number | undefined }>}
 */
export const choosePorts = async (wanted) => {
  const start = Number(wanted);
  if (!Number.isInteger(start) || start < 0 || start > 65_535 - COUNT) {
    throw new StartFailure(
      `PORT is "${wanted}", which is no port.`,
      'Set it to a number from 1024 to 65532, such as 4300.',
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
  throw new StartFailure(`No three free ports were found from ${start} on.`, 'Set PORT to another number.');
};
