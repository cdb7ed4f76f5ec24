import { places, schemes } from './addresses.ts';
import { breakers, polyglots, prototypes, records, styles, templates } from './code.ts';
import { composed, directions, invisible, sizes, surrogates } from './letters.ts';
import { elements, escapes, foreign, mutations } from './markup.ts';

/** All payloads by kind. A payload is in one kind only. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  elements,
  escapes,
  mutations,
  foreign,
  schemes,
  places,
  templates,
  prototypes,
  breakers,
  records,
  styles,
  polyglots,
  invisible,
  directions,
  surrogates,
  composed,
  sizes,
};

export const PAYLOADS: readonly string[] = Object.values(KINDS).flat();
