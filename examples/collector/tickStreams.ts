import type { Ticker } from './ticker.ts';

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 2_000;

export interface TickStreams {
  /** Responds with server-sent events: `committed` after every batch. Comment lines keep idle connections open. */
  open(): Response;
  /** Ends every stream. */
  close(): void;
}

/** Creates the streams that report commits to open results pages. */
export const createTickStreams = (ticker: Ticker): TickStreams => {
  const closers = new Set<() => void>();
  return {
    open: () => {
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const encoder = new TextEncoder();
          const write = (text: string) => controller.enqueue(encoder.encode(text));
          const unsubscribe = ticker.subscribe(() => write('event: committed\ndata: {}\n\n'));
          const heartbeat = setInterval(() => write(': heartbeat\n\n'), HEARTBEAT_MS);
          const end = () => {
            stop();
            controller.close();
          };
          stop = () => {
            unsubscribe();
            clearInterval(heartbeat);
            closers.delete(end);
          };
          closers.add(end);
          write(`retry: ${RECONNECT_MS}\n\n`);
        },
        cancel: () => stop(),
      });
      return new Response(body, {
        headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    },
    close: () => {
      for (const close of [...closers]) close();
    },
  };
};
