/** What is said while the demo starts: a line for each step, with its seconds, and failures that say what to do. */

/** A failure that a person can do something about. No stack trace is shown for it. */
export class StartFailure extends Error {
  /**
   * @param {string} message What is wrong.
   * @param {string} advice What to do.
   * @param {string} [details] What a tool printed.
   */
  constructor(message, advice, details = '') {
    super(message);
    this.advice = advice;
    this.details = details;
  }
}

const DETAIL_LINES = 30;

/** Creates what writes to the terminal; plain lines where it is none. */
export const createConsole = (stream = process.stdout) => {
  const isTerminal = Boolean(stream.isTTY);
  const paint = (code, text) => (isTerminal && !process.env.NO_COLOR ? `\x1b[${code}m${text}\x1b[0m` : text);
  // Whoever read us may be gone before we are; that is no reason to fall over.
  stream.on('error', () => {});
  const clear = isTerminal ? '\r\x1b[K' : '';
  /** The line of the step that is under way: what is said meanwhile goes above it. */
  let line = '';
  const write = (text) => stream.write(line && isTerminal ? `${clear}${text}\n${line}` : `${text}\n`);

  return {
    write,
    bold: (text) => paint(1, text),
    faint: (text) => paint(2, text),

    /**
     * Does one step and says so before and after. The work may return a note for the end of the line.
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

    /** Shows what went wrong and what to do about it. */
    fail(error) {
      const details = error instanceof StartFailure ? error.details : (error?.stack ?? `${error}`);
      const lines = details.trim().split('\n').slice(-DETAIL_LINES);
      if (details.trim()) write(`\n${lines.map((each) => `  ${each}`).join('\n')}`);
      write(`\n${paint(31, error instanceof StartFailure ? error.message : 'The demo could not be started.')}`);
      if (error instanceof StartFailure) write(error.advice);
    },
  };
};
