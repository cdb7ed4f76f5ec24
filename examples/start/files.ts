/** Serves static files. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Responds to `GET` requests with files of a folder. `under` is the path prefix of the folder. Passes on requests for unknown files and types. */
export const serveFiles =
  (folder: string, under = ''): MiddlewareHandler =>
  async (context, next) => {
    const type = TYPES[path.extname(context.req.path)];
    const file = path.join(folder, path.normalize(context.req.path.slice(under.length)));
    if (!type || context.req.method !== 'GET' || !file.startsWith(folder + path.sep)) return next();
    const content = await readFile(file).catch(() => undefined);
    if (!content) return next();
    const tag = `"${createHash('sha1').update(content).digest('base64url')}"`;
    const headers = { 'Content-Type': type, ETag: tag };
    if (context.req.header('If-None-Match') === tag) return context.body(null, 304, headers);
    return context.body(new Uint8Array(content), 200, headers);
  };
