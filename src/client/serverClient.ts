import type { Scorelet } from '../api/options.ts';

/** The client where there is no document, such as on a server. It does nothing. */
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
