/** One event of a batch with its exact JSON text. */
interface WireCopy {
  readonly id: string;
  readonly json: string;
}

/** Splits a JSON array of events into the exact text of each event. `JSON.parse` would hide differences between two copies. */
export const splitBatch = (body: string): WireCopy[] => {
  const copies: WireCopy[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const character = body[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' && depth++ === 0) start = at;
    else if (character === '}' && --depth === 0) {
      const json = body.slice(start, at + 1);
      copies.push({ id: String((JSON.parse(json) as { id?: unknown }).id), json });
    }
  }
  return copies;
};
