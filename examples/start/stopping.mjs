/** Ends the demo when it is asked to: once politely, twice at once. */

const LIMIT_MS = 1900;

/**
 * Listens for Ctrl-C and SIGTERM. Exits with 0 when everything has been closed.
 * @param {ReturnType<typeof import('./console.mjs').createConsole>} output
 * @param {() => Promise<void>} stop
 */
export const onStopSignal = (output, stop) => {
  let stopping = false;
  const listener = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    output.write(`\n${output.faint('Stopping …')}`);
    setTimeout(() => {
      output.write('Something did not close in time; the data written so far is kept.');
      process.exit(1);
    }, LIMIT_MS).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      output.write(`Not everything could be closed: ${error.message}`);
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, listener);
};
