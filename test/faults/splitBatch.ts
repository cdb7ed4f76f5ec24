/** One event of a batch, byte for byte. */
export interface WireCopy {
  readonly id: string;
  readonly json: string;
}

/** Cuts a JSON array of events into the texts of its members: `JSON.parse` would hide that two copies differ in their bytes. */
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
