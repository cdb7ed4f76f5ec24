/** Every name of a locale file, lower case: its language, old codes of it, and the scripts and regions that have a file of their own. */
export const LOCALE_NAMES: readonly string[] =
  'ar cs da de el en es fa fi fr he hi hu id in it iw ja ko nb nl nn no pl pt pt-pt ro ru sv th tr uk vi zh zh-hant zh-hk zh-mo zh-tw'.split(
    ' ',
  );

/** Returns the name of the first locale we have in a list such as `de-AT,en` (RFC 4647, 3.4: lookup); English if there is none. */
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
