/** What the one-file build speaks: it has no second file to fetch. Others are given as `locale`. The same exports as `spoken.ts` and `fetchLocale.ts`. */
import type { LocaleFile } from '../schema/locale.ts';
import { locale } from './en.ts';

/** Finds nothing: English is what is spoken without words of the host's own. */
export const SPOKEN = /$^/;

export const fetchLocale = (): LocaleFile => ({ locale });
