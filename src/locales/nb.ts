import type { Locale } from '../schema/locale.ts';

export const locale: Locale = {
  tag: 'nb',
  dir: 'ltr',
  nps: {
    title: 'Hvor sannsynlig er det at du vil anbefale {brand} til en venn eller kollega?',
    titleUs: 'Hvor sannsynlig er det at du vil anbefale oss til en venn eller kollega?',
    low: 'Slett ikke sannsynlig',
    high: 'Ytterst sannsynlig',
  },
  csat: {
    title: 'Hvor fornøyd er du med opplevelsen din med {brand}?',
    titleUs: 'Alt i alt, hvor fornøyd er du med opplevelsen din?',
    labels: ['Svært misfornøyd', 'Misfornøyd', 'Nøytral', 'Fornøyd', 'Svært fornøyd'],
  },
  ces2: {
    lead: 'I hvilken grad er du enig i følgende påstand?',
    title: '{brand} gjorde det enkelt for meg å få løst saken min.',
    titleUs: 'Selskapet gjorde det enkelt for meg å få løst saken min.',
    labels: ['Helt uenig', 'Uenig', 'Delvis uenig', 'Verken enig eller uenig', 'Delvis enig', 'Enig', 'Helt enig'],
  },
  ease5: {
    title: 'Hvor enkelt var det å få ordnet det du trengte hos {brand} i dag?',
    titleUs: 'Hvor enkelt var det å få ordnet det du trengte hos oss i dag?',
    labels: ['Svært vanskelig', 'Vanskelig', 'Verken enkelt eller vanskelig', 'Enkelt', 'Svært enkelt'],
  },
  ces1: {
    title: 'Hvor mye innsats krevde det av deg personlig å få behandlet henvendelsen din?',
    low: 'Svært liten innsats',
    high: 'Svært stor innsats',
  },
  followUp: {
    generic: 'Hva er hovedgrunnen til vurderingen din?',
    promoter: 'Hva satte du mest pris på?',
    passive: 'Hva ville gjort opplevelsen din bedre?',
    detractor: 'Hva kan vi gjøre bedre?',
    satisfied: 'Hva satte du mest pris på?',
    dissatisfied: 'Hva kan vi gjøre bedre?',
    easy: 'Hva gjorde det enkelt?',
    difficult: 'Hva gjorde det vanskelig?',
  },
  ui: {
    submit: 'Send inn',
    close: 'Lukk',
    thanks: 'Takk for tilbakemeldingen!',
    optional: 'valgfritt',
    required: 'obligatorisk',
    errorRequired: 'Svar på dette spørsmålet.',
    errorTooLong: 'Svaret er for langt. Maks. antall tegn: {max}.',
    errorTooShort: 'Svaret er for kort. Min. antall tegn: {min}.',
    surveyLabel: 'Tilbakemeldingsskjema',
    opened: 'En kort, frivillig undersøkelse er åpnet.',
    later: 'Spør senere',
    charsLeft: 'Tegn igjen: {count}',
    scaleHint: 'Skala fra {min} til {max}. {min}: {low}. {max}: {high}.',
    privacy: 'Personvern',
  },
};
