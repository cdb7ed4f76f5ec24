import type { Context } from '../schema/index.ts';
import type { ClientBase } from './base.ts';
import type { Chunks } from './chunks.ts';

/** Contexts that the host sets later: each is checked before it is used, in order. */
export interface Contexts {
  add(context: Context): void;
  /** Resolves when all that were added are checked. */
  settled(): Promise<unknown>;
}

export const createContexts = (
  { definition, state, life, report }: ClientBase,
  { wholeCheck }: Pick<Chunks, 'wholeCheck'>,
): Contexts => {
  let last: Promise<unknown> = Promise.resolve();
  const use = async (context: Context, signal: AbortSignal) => {
    try {
      const { isSoundContext } = await wholeCheck();
      if (!isSoundContext(context)) await definition.explain('setContext', context);
      // After a logout it is the context of somebody else.
      else if (!signal.aborted) state.context = { ...state.context, ...context };
    } catch (cause) {
      report('load_failed', `${cause}`, { cause });
    }
  };
  return {
    add(context) {
      const signal = life.signal();
      last = last.then(() => use(context, signal));
    },
    settled: () => last,
  };
};
