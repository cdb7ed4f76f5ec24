/** Reports an error to the host page's `onError`, or to the console when there is no `onError`. Each error is reported once. */

import type { Report, ScoreletOptions } from '../api/options.ts';
import { warn } from '../browser/warn.ts';

export const createReport = (options: ScoreletOptions): Report => {
  const reported = new Set<string>();
  return (code, message, more) => {
    if (reported.has(message)) return undefined;
    reported.add(message);
    if (!options.onError) return warn(message);
    try {
      options.onError({ code, message, ...more });
    } catch {
      // An exception in the `onError` handler cannot be reported anywhere.
    }
    return undefined;
  };
};
