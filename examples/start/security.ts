/** Sets the security headers of both sites. Browsers report CSP violations to `/csp-report`. */
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The Hono environment of both sites. `nonce` is the CSP nonce of the response. */
export interface SiteEnv {
  Variables: { nonce: string };
}

interface Policy {
  /** Origins that scripts may send requests to. */
  readonly connect: readonly string[];
}

/** Returns a strict policy. The survey needs only the collector's origin in it, in `connect-src`. */
const toPolicy = (nonce: string, { connect }: Policy): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${connect.join(' ')}`,
    "font-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'report-uri /csp-report',
  ].join('; ');

/** Adds a new nonce and the security headers to every response. */
export const secure =
  (policy: Policy): MiddlewareHandler<SiteEnv> =>
  async (context, next) => {
    const nonce = randomBytes(16).toString('base64');
    context.set('nonce', nonce);
    await next();
    context.header('Content-Security-Policy', toPolicy(nonce, policy));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    context.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    // Pages contain a nonce and are not cached. Files are cached, but revalidated at each request.
    context.header('Cache-Control', context.res.headers.get('ETag') ? 'no-cache' : 'no-store');
  };
