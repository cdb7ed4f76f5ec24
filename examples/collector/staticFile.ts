import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** Matches a file name without a folder and without a leading dot. Files outside the served folder cannot be requested. */
const FILE_NAME = /^[\w-][\w.-]*$/;

/** Responds with a file of a folder, or with 304 when the browser has its current version. Returns `undefined` when the file does not exist. */
export const toFileResponse = async (
  request: Request,
  folder: string,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response | undefined> => {
  const type = TYPES[path.extname(name)];
  if (!FILE_NAME.test(name) || type === undefined) return undefined;
  const file = path.join(folder, name);
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) return undefined;
  const etag = `W/"${facts.size.toString(36)}-${Math.trunc(facts.mtimeMs).toString(36)}"`;
  const all = { 'Content-Type': type, ETag: etag, 'X-Content-Type-Options': 'nosniff', ...headers };
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers: all });
  return new Response(new Uint8Array(await readFile(file)), { headers: all });
};
