import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Subject } from './subject.ts';

interface Body {
  type: 'text/html' | 'text/javascript' | 'application/json';
  text: string;
}

/** Returns the body that a subject serves for a path below its page. */
const find = (subject: Subject, path: string): Body | undefined => {
  if (path === '/') return { type: 'text/html', text: subject.html };
  const code = subject.files.get(path.slice(1));
  if (code !== undefined) return { type: 'text/javascript', text: code };
  const data = subject.stub({ path });
  return data && { type: 'application/json', text: data.body };
};

/** Serves each subject below `/s/<name>/`, with brotli and without caching. Responds 202 to every request below `/collect`. */
export const serve = async (subjects: readonly Subject[]): Promise<{ origin: string; close: () => void }> => {
  const compressed = new Map<string, Buffer>();
  const send = (response: ServerResponse, { type, text }: Body) => {
    const body = compressed.get(text) ?? brotliCompressSync(text);
    compressed.set(text, body);
    response
      .writeHead(200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Encoding': 'br',
        'Content-Length': body.length,
        'Cache-Control': 'no-store',
      })
      .end(body);
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(`${request.url}`, 'http://localhost');
    const [, top, name, ...rest] = pathname.split('/');
    if (top === 'collect') {
      request.resume();
      response.writeHead(202, { 'Cache-Control': 'no-store' }).end();
      return;
    }
    const subject = top === 's' ? subjects.find((each) => each.name === name) : undefined;
    const body = subject && find(subject, `/${rest.join('/')}`);
    if (body) send(response, body);
    else response.writeHead(404, { 'Cache-Control': 'no-store' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
