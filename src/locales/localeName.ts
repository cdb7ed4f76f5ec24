/**
 * Every name of a locale file, lower case: its language, old codes of it, and before them the scripts and regions that have a file of
 * their own. The CDN has a copy of the file for each name (`scorelet-iw-…` is Hebrew), which saves every page a table.
 */
export const LOCALE_NAMES: readonly string[] =
  'ar cs da de el en es fa fi fr he hi hu id in it iw ja ko nb nl nn no pl pt-pt pt ro ru sv th tr uk vi zh-hant zh-hk zh-mo zh-tw zh'.split(
    ' ',
  );

/** Returns the name of the first available locale in a list such as `de-AT,en` (lookup of RFC 4647, 3.4), or `en` when none is available. */
export const toLocaleName = (wanted: string): string => {
  for (const tag of wanted.toLowerCase().replaceAll('_', '-').split(',')) {
    const name = LOCALE_NAMES.find((each) => `${tag.trim()}-`.startsWith(`${each}-`));
    if (name) return name;
  }
  return 'en';
};
