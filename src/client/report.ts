/** Reports an error to the host once, or to the console. */

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
      // An exception in the error handler cannot be reported anywhere.
    }
    return undefined;
  };
};
