/** Ends the demo when it is asked to: once politely, twice at once. */
import { stopCommands } from './command.mjs';

/** Long enough for the database to be closed; nobody waits longer. */
const LIMIT_MS = 4000;
const PARENT_CHECK_MS = 300;

/**
 * Listens for Ctrl-C and SIGTERM from now on. Exits with 0 when everything has been closed.
 * @param {ReturnType<typeof import('./console.mjs').createConsole>} output
 */
export const createStopping = (output) => {
  /** What is running, the latest first. */
  const stops = [];
  let stopping = false;

  const stopAll = async () => {
    stopCommands();
    for (const stop of stops) await stop();
  };
  const listener = () => {
    if (stopping) process.exit(130);
    stopping = true;
    output.write(`\n${output.faint('Stopping …')}`);
    setTimeout(() => {
      output.write('Something did not close in time; the data written so far is kept.');
      process.exit(1);
    }, LIMIT_MS).unref();
    stopAll().then(
      () => process.exit(0),
      (error) => {
        output.write(`Not everything could be closed: ${error.message}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, listener);

  // `npm` runs us in a shell, and some shells do not hand SIGTERM on: they just leave us behind.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      listener();
    }, PARENT_CHECK_MS);
    timer.unref();
  }

  return {
    /** Has something stopped before what was added earlier. */
    add: (stop) => stops.unshift(stop),
    isStopping: () => stopping,
    stopAll,
  };
};
