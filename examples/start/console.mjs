/** Prints the progress of the demo's start: one line per step with its duration, and failures with advice. */

/** A failure that the user can fix. It is printed with advice and without a stack trace. */
export class StartFailure extends Error {
  /**
   * @param {string} message The problem.
   * @param {string} advice How to fix it.
   * @param {string} [details] The output of the tool that failed.
   */
  constructor(message, advice, details = '') {
    super(message);
    this.advice = advice;
    this.details = details;
  }
}

const DETAIL_LINES = 30;

/** Creates the output of the demo. Writes plain lines without colors when the stream is not a terminal. */
export const createConsole = (stream = process.stdout) => {
  const isTerminal = Boolean(stream.isTTY);
  const paint = (code, text) => (isTerminal && !process.env.NO_COLOR ? `\x1b[${code}m${text}\x1b[0m` : text);
  // The reader of a pipe may end before the demo. Write errors are ignored then.
  stream.on('error', () => {});
  const clear = isTerminal ? '\r\x1b[K' : '';
  /** The line of the running step. Other output is printed above it. */
  let line = '';
  const write = (text) => stream.write(line && isTerminal ? `${clear}${text}\n${line}` : `${text}\n`);

  return {
    write,
    bold: (text) => paint(1, text),
    faint: (text) => paint(2, text),

    /**
     * Runs one step. Prints its name before, and its result and duration after.
     * @template T
     * @param {string} what
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(what, work) {
      const started = performance.now();
      line = `${paint(2, '…')} ${what}`;
      stream.write(isTerminal ? line : `… ${what}\n`);
      const finish = (sign) => {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        line = '';
        stream.write(`${clear}${sign} ${what.padEnd(46)} ${paint(2, `${seconds} s`)}\n`);
      };
      try {
        const result = await work();
        finish(paint(32, '✔'));
        return result;
      } catch (error) {
        finish(paint(31, '✖'));
        throw error;
      }
    },

    /** Prints an error and, for a StartFailure, the advice. */
    fail(error) {
      const details = error instanceof StartFailure ? error.details : (error?.stack ?? `${error}`);
      const lines = details.trim().split('\n').slice(-DETAIL_LINES);
      if (details.trim()) write(`\n${lines.map((each) => `  ${each}`).join('\n')}`);
      write(`\n${paint(31, error instanceof StartFailure ? error.message : 'The demo could not be started.')}`);
      if (error instanceof StartFailure) write(error.advice);
    },
  };
};
