/** Runs before the scripts of a page: keeps what the browser reports about the page, and counts the timers that have not fired. */
export const watchPage = (): void => {
  const timers = new Set<number>();
  const seen = { shift: 0, longTasks: [] as number[], interactions: [] as number[], timers };
  Object.assign(window, { seen });
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
  type Interaction = PerformanceEntry & { interactionId?: number };
  const observe = (
    options: PerformanceObserverInit & { durationThreshold?: number },
    add: (entry: PerformanceEntry) => void,
  ) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe(options);
  observe({ type: 'layout-shift', buffered: true }, (entry) => {
    const { value, hadRecentInput } = entry as Shift;
    if (!hadRecentInput) seen.shift += value;
  });
  observe({ type: 'longtask', buffered: true }, ({ duration }) => seen.longTasks.push(duration));
  observe({ type: 'event', buffered: true, durationThreshold: 16 }, (entry) => {
    if ((entry as Interaction).interactionId) seen.interactions.push(entry.duration);
  });

  const { setTimeout: after, clearTimeout: stop, requestAnimationFrame: frame, cancelAnimationFrame: cancel } = window;
  const { setInterval: every, clearInterval: end } = window;
  // Timers of pages have positive ids, frames are kept as negative ones.
  const once = (callback: TimerHandler, delay?: number, ...given: unknown[]): number => {
    const id = after(
      (...values: unknown[]) => {
        timers.delete(id);
        if (typeof callback === 'function') callback(...values);
      },
      delay,
      ...given,
    );
    timers.add(id);
    return id;
  };
  Object.assign(window, {
    setTimeout: once,
    clearTimeout(id: number) {
      timers.delete(id);
      stop(id);
    },
    setInterval(...given: Parameters<typeof every>) {
      const id = every(...given);
      timers.add(id);
      return id;
    },
    clearInterval(id: number) {
      timers.delete(id);
      end(id);
    },
    requestAnimationFrame(callback: FrameRequestCallback) {
      const id = frame((now) => {
        timers.delete(-id);
        callback(now);
      });
      timers.add(-id);
      return id;
    },
    cancelAnimationFrame(id: number) {
      timers.delete(-id);
      cancel(id);
    },
  });
};
