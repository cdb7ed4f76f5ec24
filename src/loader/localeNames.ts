/**
 * Every name of a locale's file on the CDN, lower case: its language, old codes of it, and before them the scripts and regions that have
 * a file of their own. The CDN has a copy of the file for each name (`scorelet-iw-…` is Hebrew), which saves every page a table.
 */
export const LOCALE_NAMES: readonly string[] =
  'ar cs da de el en es fa fi fr he hi hu id in it iw ja ko nb nl nn no pl pt-pt pt ro ru sv th tr uk vi zh-hant zh-hk zh-mo zh-tw zh'.split(
    ' ',
  );
