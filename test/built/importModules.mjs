/** Imports modules one after the other, in a process of its own or in a worker thread. Reports for each what became of the globals. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { watchGlobals } from './watchGlobals.mjs';

const specifiers = isMainThread ? process.argv.slice(2) : workerData;
const reports = {};
for (const specifier of specifiers) {
  const report = watchGlobals();
  await import(specifier);
  reports[specifier] = report();
}
if (isMainThread) console.log(JSON.stringify(reports));
else parentPort.postMessage(reports);
