/**
 * The names of all locale files in lower case: languages and old language codes, and before them the writing systems and regions that have
 * their own file. The CDN has a copy of the file for each name (`scorelet-iw-…` is Hebrew), so pages need no table of aliases.
 */
export const LOCALE_NAMES: readonly string[] =
  'ar cs da de el en es fa fi fr he hi hu id in it iw ja ko nb nl nn no pl pt-pt pt ro ru sv th tr uk vi zh-hant zh-hk zh-mo zh-tw zh'.split(
    ' ',
  );
