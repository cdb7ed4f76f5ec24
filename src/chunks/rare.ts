/** The chunk `rare`: what few pages need. */
export { bringBack } from '../../widgets/bringBack.ts';
export { findObstacle, whenPresentable } from '../browser/obstacle.ts';
export { takeLease } from '../browser/takeLease.ts';
export { askHost } from '../display/askHost.ts';
export { followOtherTab } from '../display/followOtherTab.ts';
export { takeBegunDisplay } from '../display/takeBegun.ts';
