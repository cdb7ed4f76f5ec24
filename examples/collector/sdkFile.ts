import { toFileResponse } from './staticFile.ts';

/** A chunk carries the hash of its content in its name, so it never changes. */
const HASHED = /-[\w-]{8}\.js(\.map)?$/;

/** Serves the built SDK to any page of any origin, as a CDN does. */
export const toSdkResponse = (request: Request, sdkDir: string, name: string): Promise<Response | undefined> =>
  toFileResponse(request, sdkDir, name, {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Timing-Allow-Origin': '*',
    'Cache-Control': HASHED.test(name)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400',
  });
