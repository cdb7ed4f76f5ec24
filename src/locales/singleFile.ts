/** What the one-file build speaks: it has no second file to fetch. Others are given as `locale`. The same exports as `spoken.ts` and `fetchLocale.ts`. */
import type { LocaleFile } from '../schema/locale.ts';
import { locale as en } from './en.ts';
import { locale as fr } from './fr.ts';

export const SPOKEN = /(^|,)(en|fr)(?![a-z])/;

export const fetchLocale = (name: string): LocaleFile => ({ locale: name === 'en' ? en : fr });
