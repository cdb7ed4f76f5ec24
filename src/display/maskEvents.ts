/** Masks personal data in what a respondent has written. */

import type { Report, ScoreletOptions } from '../api/options.ts';
import { callHost } from '../browser/callHost.ts';
import { redact as redactPii } from '../core/redact/redact.ts';
import type { ScoreletEvent } from '../schema/index.ts';
import type { DisplayEnvironment } from './displayEnvironment.ts';

/** The fields of answers that contain what the respondent has written. */
const WRITTEN = ['text', 'other'];
/** The fields of questions, which may repeat an earlier answer. Such a value is isolated by this character. */
const ASKED = ['title', 'lead'];
const ISOLATE = '\u2068';
/** Stands for a text that the host page's function could not mask. */
const REMOVED = '[removed]';

/** The environments whose events are masked already. */
const masked = new WeakSet<DisplayEnvironment>();

type Redact = NonNullable<ScoreletOptions['redact']>;

/** Returns a function that masks one text. It never throws. */
const toMaskText =
  (redact: Redact, report: Report) =>
  (text: string): string => {
    const mask = () => {
      const masked: unknown = (redact === 'pii' ? redactPii : redact)(text);
      if (typeof masked === 'string') return masked || REMOVED;
      throw new TypeError(`expected a string, received ${typeof masked}`);
    };
    return callHost(report, 'redact', mask, REMOVED);
  };

/** Masks what the respondent has written in a part of an event. `name` is the name of the part. */
const maskIn = (part: unknown, name: string, maskText: (text: string) => string): unknown => {
  if (typeof part === 'string') {
    const isWritten = WRITTEN.includes(name) || (ASKED.includes(name) && part.includes(ISOLATE));
    return isWritten ? maskText(part) : part;
  }
  if (Array.isArray(part)) return part.map((each) => maskIn(each, name, maskText));
  if (typeof part !== 'object' || !part) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, maskIn(each, key, maskText)]));
};

/**
 * Masks the events of the displays that follow, before the host page's `beforeSend` sees them. Resolves true. The single file fetches this
 * function, which may fail.
 */
export const maskEvents = async (environment: DisplayEnvironment): Promise<true> => {
  const { options, report } = environment;
  const { redact, beforeSend } = options;
  if (!redact || masked.has(environment)) return true;
  masked.add(environment);
  const maskText = toMaskText(redact, report);
  const send = (event: ScoreletEvent): ScoreletEvent | null => {
    const answers = maskIn(event.data, '', maskText);
    const safe = { ...event, data: answers } as ScoreletEvent;
    // The recorder would send the event without masks.
    return callHost(report, 'beforeSend', () => (beforeSend ? beforeSend(safe) : safe), safe);
  };
  environment.options = { ...options, beforeSend: send };
  return true;
};
