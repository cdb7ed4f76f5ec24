import { batchCases } from './cases/batches.ts';
import { contentTypeCases } from './cases/contentTypes.ts';
import { corsCases } from './cases/cors.ts';
import { duplicateCases } from './cases/duplicates.ts';
import { errorCases } from './cases/errors.ts';
import { historyCases } from './cases/history.ts';
import { httpCases } from './cases/http.ts';
import { limitCases } from './cases/limits.ts';
import { orderCases } from './cases/order.ts';
import { rateLimitCases } from './cases/rateLimit.ts';
import { receiptCases } from './cases/receipts.ts';
import { stringCases } from './cases/strings.ts';
import { timeCases } from './cases/time.ts';
import type { ConformanceCase } from './conformanceCase.ts';

/**
 * All conformance cases, in the order in which they run. Cases that inspect all earlier responses come late, and the rate limit case comes
 * last.
 */
export const conformanceCases: readonly ConformanceCase[] = [
  ...contentTypeCases,
  ...batchCases,
  ...receiptCases,
  ...duplicateCases,
  ...orderCases,
  ...timeCases,
  ...stringCases,
  ...limitCases,
  ...errorCases,
  ...corsCases,
  ...historyCases,
  ...httpCases,
  ...rateLimitCases,
];
