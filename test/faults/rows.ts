import type { Row } from './row.ts';
import { leavingRows } from './rowsLeaving.ts';
import { networkRows } from './rowsNetwork.ts';
import { pageRows } from './rowsPage.ts';
import { storageRows } from './rowsStorage.ts';
import { tabRows } from './rowsTabs.ts';
import { scenarios } from './scenarios.ts';

/** All test cases, the eleven outage scenarios first. */
export const rows: readonly Row[] = [
  ...scenarios,
  ...networkRows,
  ...leavingRows,
  ...storageRows,
  ...tabRows,
  ...pageRows,
];
