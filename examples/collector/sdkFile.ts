import { toFileResponse } from './staticFile.ts';

/** Matches chunks. Their names contain a hash, so their content never changes. */
const HASHED = /-[\w-]{8}\.js(\.map)?$/;

/** Serves a file of the built SDK to pages of any origin, like a CDN. */
export const toSdkResponse = (request: Request, sdkDir: string, name: string): Promise<Response | undefined> =>
  toFileResponse(request, sdkDir, name, {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
    'Cache-Control': HASHED.test(name)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400',
  });
