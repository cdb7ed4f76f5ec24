import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { TestServer } from './servers.ts';

/** Serves a Fetch API handler over HTTP on a free port of this machine. */
export const startFetchServer = async (
  handler: (request: Request) => Response | Promise<Response>,
): Promise<TestServer> => {
  const server = serve({ fetch: handler, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
