/** Reports an exception in code of the host page. */
type ReportFailure = (code: 'callback_failed', message: string, details: { cause: unknown }) => unknown;

interface CallHost {
  <T>(report: ReportFailure, name: string, call: () => T, otherwise: T): T;
  (report: ReportFailure, name: string, call: () => unknown): void;
}

/** Calls a function of the host page. When it throws, reports that by the name of the function and returns `otherwise`. */
export const callHost: CallHost = <T>(report: ReportFailure, name: string, call: () => T, otherwise?: T) => {
  try {
    return call();
  } catch (cause) {
    report('callback_failed', `${name}: ${cause}`, { cause });
    return otherwise as T;
  }
};
