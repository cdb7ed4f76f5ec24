/** The part of the chunk `rare` that the single file carries: without it, a survey would not be shown or an answer would be lost. */
export { bringBack } from '../../widgets/bringBack.ts';
export { findObstacle, whenPresentable } from '../browser/obstacle.ts';
export { takeLease } from '../browser/takeLease.ts';
export { recover } from '../delivery/outbox/recover.ts';
export { askHost } from '../display/askHost.ts';
export { followOtherTab } from '../display/followOtherTab.ts';
export { resumeDisplay } from '../display/resumeDisplay.ts';
