import { fork } from 'node:child_process';

/** Runs worlds of a bundle in a process; resolves their summary, or nothing after the timeout or a crash. */
export const runInProcess = (options, timeoutMs) =>
  new Promise((resolve) => {
    const child = fork(new URL('./governanceWorker.mjs', import.meta.url));
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.on('message', resolve);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    child.send(options);
  });
