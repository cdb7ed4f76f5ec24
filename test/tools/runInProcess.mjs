import { fork } from 'node:child_process';

/**
 * Runs worlds of a bundle in a process of its own. Resolves their summary, or undefined when it takes longer than it may; rejects when
 * the process dies.
 */
export const runInProcess = (options, timeoutMs) =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./governanceWorker.mjs', import.meta.url));
    let summary;
    let isLate = false;
    const timer =
      timeoutMs &&
      setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, timeoutMs);
    child.on('message', (message) => {
      summary = message;
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (summary || isLate) resolve(summary);
      else reject(new Error(`The process died with code ${code}.`));
    });
    child.send(options);
  });
