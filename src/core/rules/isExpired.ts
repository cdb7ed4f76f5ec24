import type { Survey } from '../../schema/index.ts';
import { toExpiryMs } from './expiry.ts';

/** Returns true when a moment is too old to show its prompt. */
export const isExpired = (survey: Survey, at: number, now: number): boolean => now - at > toExpiryMs(survey);
