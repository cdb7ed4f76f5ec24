/** The functions that the tests call in the page. */
export { drive } from './drive.ts';
export { addressed, remembered, replied, stored, typed } from './others.ts';
export { refused } from './refused.ts';
