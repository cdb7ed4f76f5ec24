import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy between the browser and the collector. It causes real network faults that the browser's driver does not know of. */
export interface TcpProxy {
  readonly port: number;
  /** Added round-trip time in milliseconds for data that arrives from now on. */
  latencyMs: number;
  /** Ends a connection to the browser with FIN (`close`) or RST (`reset`). `remotePort` is the client port that the collector sees. */
  cut(remotePort: number, how: 'close' | 'reset'): void;
  /** Closes the port. Open connections break, and new ones are refused. */
  down(): Promise<void>;
  /** Opens the same port again. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a port. Retries while the port is in use. */
const listen = async (server: Server, port: number) => {
  for (let tries = 0; ; tries++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      // An outgoing connection of another process may use the port for a moment.
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};

/** Starts a proxy on a free port. It forwards connections to the port `target` of this machine. */
export const startProxy = async (target: number): Promise<TcpProxy> => {
  const clients = new Map<number, Socket>();
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    // Resets are expected. Without an error listener a reset would end the process.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  /** Forwards data in one direction, in order and delayed by half of `latencyMs`. */
  const carry = (from: Socket, to: Socket) => {
    let last = Promise.resolve();
    const late = (action: () => void) => {
      const ms = proxy.latencyMs / 2;
      if (ms > 0) {
        const before = last;
        last = new Promise<void>((resolve) => setTimeout(resolve, ms)).then(() => before);
      }
      last = last.then(action);
    };
    from.on('data', (chunk) => late(() => to.writable && to.write(chunk)));
    from.on('end', () => late(() => to.end()));
    from.on('close', () => late(() => to.destroy()));
  };

  const open = async () => {
    server = createServer({ allowHalfOpen: true }, (client) => {
      keep(client);
      const upstream = connect(target, '127.0.0.1');
      keep(upstream);
      upstream.once('connect', () => {
        const { localPort } = upstream;
        if (localPort === undefined) return;
        clients.set(localPort, client);
        upstream.once('close', () => clients.delete(localPort));
      });
      carry(client, upstream);
      carry(upstream, client);
    });
    await listen(server, port);
    port = (server.address() as { port: number }).port;
  };

  const shut = async () => {
    const closing = server;
    server = undefined;
    if (!closing) return;
    const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const proxy: TcpProxy = {
    get port() {
      return port;
    },
    latencyMs: 0,
    cut(remotePort, how) {
      const client = clients.get(remotePort);
      if (how === 'reset') client?.resetAndDestroy();
      else client?.destroy();
    },
    down: shut,
    up: open,
    close: shut,
  };
  await open();
  return proxy;
};
