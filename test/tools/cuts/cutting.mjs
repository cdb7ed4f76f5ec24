import path from 'node:path';

/** Makes cuts, each of which must match: by file, what goes and what comes in its place. */
export const cutting = (all) =>
  function transform(code, id) {
    const cuts = all[path.relative('.', id)];
    if (!cuts) return null;
    const shorter = cuts.reduce((rest, [from, to]) => {
      if (from instanceof RegExp ? rest.search(from) < 0 : !rest.includes(from))
        this.error(`${id} has no ${from} any more`);
      return rest.replace(from, to);
    }, code);
    return { code: shorter, map: null };
  };
