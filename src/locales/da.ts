import type { Locale } from '../schema/locale.ts';

export const locale: Locale = {
  tag: 'da',
  dir: 'ltr',
  nps: {
    title: 'Hvor sandsynligt er det, at du vil anbefale {brand} til en ven eller kollega?',
    titleUs: 'Hvor sandsynligt er det, at du vil anbefale os til en ven eller kollega?',
    low: 'Slet ikke sandsynligt',
    high: 'Yderst sandsynligt',
  },
  csat: {
    title: 'Hvor tilfreds er du med din oplevelse med {brand}?',
    titleUs: 'Hvor tilfreds er du alt i alt med din oplevelse?',
    labels: ['Meget utilfreds', 'Utilfreds', 'Neutral', 'Tilfreds', 'Meget tilfreds'],
  },
  ces2: {
    lead: 'I hvilken grad er du enig i følgende udsagn?',
    title: '{brand} gjorde det nemt for mig at få løst mit problem.',
    titleUs: 'Virksomheden gjorde det nemt for mig at få løst mit problem.',
    labels: ['Helt uenig', 'Uenig', 'Delvis uenig', 'Hverken enig eller uenig', 'Delvis enig', 'Enig', 'Helt enig'],
  },
  ease5: {
    title: 'Hvor nemt var det at få klaret dit ærinde hos {brand} i dag?',
    titleUs: 'Hvor nemt var det at få klaret dit ærinde hos os i dag?',
    labels: ['Meget svært', 'Svært', 'Hverken nemt eller svært', 'Nemt', 'Meget nemt'],
  },
  ces1: {
    title: 'Hvor stor en indsats krævede det af dig personligt at få behandlet din henvendelse?',
    low: 'Meget lille indsats',
    high: 'Meget stor indsats',
  },
  followUp: {
    generic: 'Hvad er den vigtigste årsag til din vurdering?',
    promoter: 'Hvad satte du mest pris på?',
    passive: 'Hvad ville have gjort din oplevelse bedre?',
    detractor: 'Hvad kan vi gøre bedre?',
    satisfied: 'Hvad satte du mest pris på?',
    dissatisfied: 'Hvad kan vi gøre bedre?',
    easy: 'Hvad gjorde det nemt?',
    difficult: 'Hvad gjorde det svært?',
  },
  ui: {
    submit: 'Send',
    close: 'Luk',
    thanks: 'Tak for din feedback!',
    optional: 'valgfrit',
    required: 'obligatorisk',
    errorRequired: 'Besvar dette spørgsmål.',
    errorTooLong: 'Dit svar er for langt. Maksimalt antal tegn: {max}.',
    errorTooShort: 'Dit svar er for kort. Mindste antal tegn: {min}.',
    surveyLabel: 'Feedbackundersøgelse',
    opened: 'En kort, frivillig undersøgelse er åbnet.',
    later: 'Spørg senere',
    charsLeft: 'Tegn tilbage: {count}',
    scaleHint: 'Skala fra {min} til {max}. {min}: {low}. {max}: {high}.',
    privacy: 'Privatliv',
  },
};
