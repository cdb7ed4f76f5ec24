import { Worker } from 'node:worker_threads';

/** Runs worlds of a bundle in a thread; resolves their summary, or nothing after the timeout. */
export const runInWorker = (workerData, { onProgress = () => {}, timeoutMs } = {}) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulationWorker.mjs', import.meta.url), { workerData });
    // A bug may loop inside one task, where the thread itself cannot stop it.
    const timer = timeoutMs && setTimeout(() => resolve(worker.terminate().then(() => undefined)), timeoutMs);
    worker.on('error', reject);
    worker.on('message', ({ worlds, summary }) => {
      if (worlds) onProgress(worlds);
      if (!summary) return;
      clearTimeout(timer);
      resolve(summary);
    });
  });
