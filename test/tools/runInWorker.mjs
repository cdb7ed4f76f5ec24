import { Worker } from 'node:worker_threads';

/** Runs a bundle's simulated worlds in a worker thread. Resolves their summary, or undefined after the timeout. */
export const runInWorker = (workerData, { onProgress = () => {}, timeoutMs } = {}) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./simulationWorker.mjs', import.meta.url), { workerData });
    // A mutant may loop for ever inside one task, so the timeout cannot run in the worker itself.
    const timer = timeoutMs && setTimeout(() => resolve(worker.terminate().then(() => undefined)), timeoutMs);
    worker.on('error', reject);
    worker.on('message', ({ worlds, summary }) => {
      if (worlds) onProgress(worlds);
      if (!summary) return;
      clearTimeout(timer);
      resolve(summary);
    });
  });
