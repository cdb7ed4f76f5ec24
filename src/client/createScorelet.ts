import type { Scorelet, ScoreletOptions } from '../api/options.ts';
import { createClient } from './createClient.ts';
import { createNpmChunks } from './npmChunks.ts';
import { serverClient } from './serverClient.ts';

/**
 * Creates a client. Never throws in a page: `onError` receives errors in the options. An invalid survey is disabled; the other surveys
 * still work. The client does nothing where there is no document, such as on a server.
 */
export const createScorelet = (given: ScoreletOptions): Scorelet => {
  // The page may have put functions with the names of hooks on every object.
  const options = { __proto__: null, ...given } as ScoreletOptions;
  return typeof document === 'object' ? createClient(options, createNpmChunks(!!options.present)) : serverClient;
};
