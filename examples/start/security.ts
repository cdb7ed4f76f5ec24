/** What every page of both sites is sent with, and what the browser says when something breaks it. */
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** What the demo knows of a request. */
export interface SiteEnv {
  Variables: { nonce: string };
}

interface Policy {
  /** Origins that scripts may post to. */
  readonly connect: readonly string[];
}

/** The policy of a careful shop. Nothing in it is there for the survey but the collector's origin. */
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

/** Gives every response a fresh nonce and the headers of a site that takes care. */
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
    // Pages carry a nonce; files may be kept, but are asked for again after each change.
    context.header('Cache-Control', context.res.headers.get('ETag') ? 'no-cache' : 'no-store');
  };
