import type { Survey } from '../../schema/index.ts';
import { toExpiryMs } from './expiry.ts';

/** Returns true when the trigger fired so long ago that its prompt must not appear any more. */
export const isExpired = (survey: Survey, at: number, now: number): boolean => now - at > toExpiryMs(survey);
