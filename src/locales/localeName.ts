/**
 * Returns the name of the first available locale in a list of language tags such as `de-AT,en` (lookup of RFC 4647, 3.4). Returns undefined
 * when none is available. `names` lists a longer name before its prefix: `pt-pt` before `pt`.
 */
export const toLocaleName = (wanted: string, names: readonly string[]): string | undefined => {
  for (const tag of wanted.toLowerCase().replaceAll('_', '-').split(',')) {
    const name = names.find((each) => `${tag.trim()}-`.startsWith(`${each}-`));
    if (name) return name;
  }
  return undefined;
};
