/** Masks personal data in what a respondent has written. */
import type { Report, ScoreletOptions } from '../api/options.ts';
import { redact as redactPii } from '../core/redact/redact.ts';
import type { Unstamped } from '../core/session/toEvent.ts';

/** Returns the event with masked texts. */
export type Mask = (event: Unstamped) => Unstamped;

/** The fields of answers that contain what the respondent has written. */
const WRITTEN = ['text', 'other'];
/** The fields of questions, which may repeat an earlier answer. Such a value is isolated by this character. */
const ASKED = ['title', 'lead'];
const ISOLATE = '\u2068';
/** Stands for a text that the host page's function could not mask. */
const REMOVED = '[removed]';

/** Creates the function that masks the texts of events. Resolves at once; in the single file, it is fetched. */
export const fetchMask = async (redact: NonNullable<ScoreletOptions['redact']>, report: Report): Promise<Mask> => {
  const maskText = (text: string): string => {
    try {
      const masked: unknown = (redact === 'pii' ? redactPii : redact)(text);
      if (typeof masked === 'string') return masked || REMOVED;
      throw new TypeError(`expected a string, received ${typeof masked}`);
    } catch (cause) {
      report('callback_failed', `redact: ${cause}`, { cause });
      return REMOVED;
    }
  };
  const isWritten = (key: string, text: string) =>
    WRITTEN.includes(key) || (ASKED.includes(key) && text.includes(ISOLATE));
  const maskIn = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return isWritten(key, value) ? maskText(value) : value;
    if (Array.isArray(value)) return value.map((each) => maskIn(each, key));
    if (typeof value !== 'object' || !value) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, maskIn(each, name)]));
  };
  return ({ name, data }) => ({ name, data: maskIn(data, '') as Unstamped['data'] });
};
