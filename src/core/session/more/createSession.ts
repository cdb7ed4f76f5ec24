import { createSession as createBaseSession } from '../createSession.ts';
import type { Session, SessionOptions } from '../session.ts';
import { sessionExtras } from './sessionExtras.ts';

/** Creates the session of one display, with support for all question types, endings, placeholders and translations. */
export const createSession = (options: SessionOptions): Session =>
  createBaseSession({ extras: sessionExtras, ...options });
