import type { TestServer } from './servers.ts';

/** Origins of earlier runs in this process. */
const usedOrigins = new Set<string>();

/**
 * Starts a host site whose origin no earlier run in this process had. On a reused port the browser would still have records of an earlier
 * run, which suppress the survey.
 */
export const startFresh = async <Site extends TestServer>(start: () => Promise<Site>): Promise<Site> => {
  for (;;) {
    const site = await start();
    const isFresh = !usedOrigins.has(site.origin);
    usedOrigins.add(site.origin);
    if (isFresh) return site;
    await site.close();
  }
};
