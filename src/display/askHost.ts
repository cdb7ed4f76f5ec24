import { withTimeout } from '../browser/withTimeout.ts';
import type { Session } from '../core/session/session.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';

/** The time limit of the host page's `beforeShow` hook. */
const TIMEOUT_MS = 2000;

/** Calls the host page's `beforeShow` hook. Resolves true when the prompt may appear. An exception or a timeout cancels the prompt. */
export const askHost = async (
  { options, report }: Pick<DisplayEnvironment, 'options' | 'report'>,
  session: Session,
): Promise<boolean> => {
  try {
    const answer = Promise.resolve(options.beforeShow?.(session));
    return !!(await withTimeout(TIMEOUT_MS, `no answer in ${TIMEOUT_MS} ms`, answer));
  } catch (cause) {
    report('callback_failed', `beforeShow ${session.survey.id}: ${cause}`, { cause });
    return false;
  }
};
