/** Stops the demo on a signal. The first signal stops it cleanly, a second one exits immediately. */
import { stopCommands } from './command.mjs';

/** Time limit for a clean stop, in which the database must close. */
const LIMIT_MS = 4000;
const PARENT_CHECK_MS = 300;

/**
 * Starts to listen for SIGINT (Ctrl-C), SIGTERM and SIGHUP. Exits with 0 after a clean stop.
 * @param {ReturnType<typeof import('./console.mjs').createConsole>} output
 */
export const createStopping = (output) => {
  /** The functions that stop each part, the latest part first. */
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
      output.write(`The demo did not stop within ${LIMIT_MS / 1000} s and exits now. Stored data is safe.`);
      process.exit(1);
    }, LIMIT_MS).unref();
    stopAll().then(
      () => process.exit(0),
      (error) => {
        output.write(`The demo could not stop cleanly: ${error.message}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, listener);

  // `npm` runs this process in a shell, and some shells do not forward SIGTERM. The process then gets a new parent.
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
    /** Registers a function that stops a part. Parts stop in reverse order. */
    add: (stop) => stops.unshift(stop),
    isStopping: () => stopping,
    stopAll,
  };
};
