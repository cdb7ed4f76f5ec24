/** Runs other programs and collects their output. */
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

const isWindows = process.platform === 'win32';

/** Ends all running programs and, except on Windows, their child processes. */
export const stopCommands = () => {
  for (const child of running) {
    if (isWindows || child.pid === undefined) child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  }
};

/**
 * Runs a program. Resolves its exit code and its output.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, printed: string }>}
 */
export const runCommand = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      // On Windows npm is a script that needs a shell.
      shell: isWindows,
      // On other systems the program gets its own process group, so that its child processes can be ended too.
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
