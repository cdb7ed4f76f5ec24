import type { Scorelet } from '../api/options.ts';

/** A client that does nothing. It is used where there is no document, such as on a server. */
export const serverClient: Scorelet = {
  identify() {},
  setContext() {},
  track() {},
  show: async () => ({ shown: false, reasons: ['off'] }),
  on: () => () => {},
  explain: async () => [],
  async debug() {},
  consent() {},
  setLocale() {},
  reset() {},
  async flush() {},
  destroy() {},
};
