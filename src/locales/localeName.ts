/** All names of locale files in lower case: languages, their old codes, and the scripts and regions that have their own file. */
export const LOCALE_NAMES: readonly string[] =
  'ar cs da de el en es fa fi fr he hi hu id in it iw ja ko nb nl nn no pl pt pt-pt ro ru sv th tr uk vi zh zh-hant zh-hk zh-mo zh-tw'.split(
    ' ',
  );

/** Returns the name of the first available locale in a list such as `de-AT,en` (lookup of RFC 4647, 3.4), or `en` when none is available. */
export const toLocaleName = (wanted: string): string => {
  for (const tag of wanted.toLowerCase().replaceAll('_', '-').split(',')) {
    const parts = tag.trim().split('-');
    for (; parts.length > 0; parts.pop()) {
      const name = parts.join('-');
      if (LOCALE_NAMES.includes(name)) return name;
    }
  }
  return 'en';
};
