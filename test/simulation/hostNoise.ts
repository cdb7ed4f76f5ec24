import { PageIsGone } from './tab.ts';

/** Collects noise that would reach the host page: unhandled rejections and console lines. */
export const startListening = () => {
  let heard: string[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = methods.map((method) => console[method]);
  const onRejection = (error: unknown) => {
    if (error instanceof PageIsGone) return;
    heard.push(`a rejection that nobody handles: ${error instanceof Error ? error.stack : error}`);
  };
  for (const method of methods) console[method] = (...words: unknown[]) => heard.push(`console.${method}: ${words}`);
  // The test runner also listens for rejections, and would report those of pages that have ended.
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', onRejection);
  return {
    /** Waits until Node's queues are empty, because Node reports rejections then. */
    async take() {
      await new Promise((resolve) => setImmediate(resolve));
      const taken = heard;
      heard = [];
      return taken;
    },
    stop() {
      process.off('unhandledRejection', onRejection);
      for (const other of others) process.on('unhandledRejection', other);
      methods.forEach((method, index) => {
        console[method] = before[index] ?? (() => {});
      });
    },
  };
};
