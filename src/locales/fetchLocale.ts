/**
 * The import function of each locale file, by the names in `localeNames.ts`. The npm build fetches this list only for a language other than
 * English, because a bundler turns it into one kilobyte of file names.
 */
import type { LocaleFile } from '../schema/locale.ts';

type Fetch = () => Promise<LocaleFile>;

const he: Fetch = () => import('./he.ts');
const id: Fetch = () => import('./id.ts');
const nb: Fetch = () => import('./nb.ts');
const traditional: Fetch = () => import('./zh-TW.ts');

const files: { readonly [name: string]: Fetch } = {
  ar: () => import('./ar.ts'),
  cs: () => import('./cs.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  el: () => import('./el.ts'),
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fa: () => import('./fa.ts'),
  fi: () => import('./fi.ts'),
  fr: () => import('./fr.ts'),
  he,
  hi: () => import('./hi.ts'),
  hu: () => import('./hu.ts'),
  id,
  in: id,
  it: () => import('./it.ts'),
  iw: he,
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  nb,
  nl: () => import('./nl.ts'),
  nn: nb,
  no: nb,
  pl: () => import('./pl.ts'),
  'pt-pt': () => import('./pt-PT.ts'),
  pt: () => import('./pt-BR.ts'),
  ro: () => import('./ro.ts'),
  ru: () => import('./ru.ts'),
  sv: () => import('./sv.ts'),
  th: () => import('./th.ts'),
  tr: () => import('./tr.ts'),
  uk: () => import('./uk.ts'),
  vi: () => import('./vi.ts'),
  'zh-hant': traditional,
  'zh-hk': traditional,
  'zh-mo': traditional,
  'zh-tw': traditional,
  zh: () => import('./zh-CN.ts'),
};

/** Fetches the locale file with one of these names. */
export const fetchLocale = (name: string): Promise<LocaleFile> => (files[name] as Fetch)();
