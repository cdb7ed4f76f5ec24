/** Runs simulated worlds in a worker thread. Posts the number of finished simulated worlds as progress, then the summary. */
import { parentPort, workerData } from 'node:worker_threads';

const { bundle, ...options } = workerData;
const { runWorlds } = await import(bundle);
const summary = await runWorlds({ ...options, onProgress: (worlds) => parentPort.postMessage({ worlds }) });
parentPort.postMessage({ summary });
