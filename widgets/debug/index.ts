import type { KeyValueStore } from '../../src/browser/localStore.ts';
import type { Scorelet } from '../../src/options.ts';

export const togglePanel = (_client: Scorelet, _store: KeyValueStore, _now: () => number): void => {};
