/** Runs other programs and keeps what they print until it is needed. */
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

const isWindows = process.platform === 'win32';

/** Ends what is still running, with everything that it has started itself. */
export const stopCommands = () => {
  for (const child of running) {
    if (isWindows || child.pid === undefined) child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  }
};

/**
 * Runs a program; resolves its exit code and everything it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, printed: string }>}
 */
export const runCommand = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      // npm is a script on Windows, which only a shell starts.
      shell: isWindows,
      // Elsewhere a group of its own, so that all of it can be ended.
      detached: !isWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const add = (chunk) => {
      printed += chunk;
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    running.add(child);
    const finish = (code, more = '') => {
      running.delete(child);
      resolve({ code, printed: printed + more });
    };
    child.on('error', (error) => finish(1, `${error.message}\n`));
    child.on('close', (code) => finish(code ?? 1));
  });
