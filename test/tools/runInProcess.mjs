import { fork } from 'node:child_process';

/**
 * Runs a bundle's simulated worlds in a child process. Resolves their summary, or undefined after the timeout. Rejects when the
 * process exits without a summary.
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
      else reject(new Error(`The process exited with code ${code} before it sent a summary.`));
    });
    child.send(options);
  });
