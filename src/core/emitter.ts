/** Calls listeners by name, each guarded: what one throws neither reaches us nor the next. */
export interface Emitter<Events extends Record<string, unknown>> {
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void;
  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void;
  clear(): void;
}

/** Creates an emitter; `onThrow` hears what a listener threw. */
export const createEmitter = <Events extends Record<string, unknown>>(
  onThrow: (error: unknown) => void,
): Emitter<Events> => {
  const listeners = new Set<{ name: keyof Events; listener: (event: never) => void }>();
  return {
    on(name, listener) {
      const entry = { name, listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    emit(name, event) {
      for (const entry of [...listeners]) {
        if (entry.name !== name) continue;
        try {
          entry.listener(event as never);
        } catch (error) {
          onThrow(error);
        }
      }
    },
    clear: () => listeners.clear(),
  };
};
