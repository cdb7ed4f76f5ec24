export { collectOn, type RequestLike, type RouteLike, type Routing } from './collectOn.ts';
export { fillJsdom } from './fillJsdom.ts';
export { type FoundPrompt, findPrompt, queryPrompt, type WaitForPromptOptions, waitForPrompt } from './findPrompt.ts';
export { type Locating, type LocatorLike, type PagePrompt, promptOn } from './promptOn.ts';
export { createTestClock, type TestClock } from './testClock.ts';
export {
  createTestCollector,
  type FailOptions,
  type TestCollector,
  type TestCollectorOptions,
  type WaitForOptions,
} from './testCollector.ts';
export { createTestStorage, type TestStorageOptions } from './testStorage.ts';
export { type Travelling, travelOn } from './travelOn.ts';
