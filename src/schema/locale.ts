/** One language: the canonical questions and every string of the prompt. `{…}` are filled in as text. */
export interface Locale {
  /** BCP 47 tag. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** `title` names the brand, `titleUs` does without: `{brand}` breaks grammar where none is set. */
  nps: ScaleWording;
  /** What the locale that travels with the prompt does without: its whole file is fetched for them. */
  csat?: ScaleWording;
  ces2?: ScaleWording;
  ease5?: ScaleWording;
  ces1?: ScaleWording;
  followUp: {
    generic: string;
    promoter: string;
    passive: string;
    detractor: string;
    satisfied?: string;
    dissatisfied?: string;
    easy?: string;
    difficult?: string;
  };
  ui: {
    submit: string;
    close: string;
    thanks: string;
    optional: string;
    required: string;
    errorRequired: string;
    errorTooLong: string;
    errorTooShort: string;
    surveyLabel: string;
    opened: string;
    later: string;
    charsLeft: string;
    scaleHint: string;
    privacy: string;
    never: string;
    /** What a prompt of nothing but a number scale and a comment does without. */
    next?: string;
    back?: string;
    step?: string;
    ratingOf?: string;
    other?: string;
    email?: string;
    errorEmail?: string;
    tab?: string;
    thumbsUp?: string;
    thumbsDown?: string;
  };
}

/** Words of the host's own; English where there are none. */
export type LocalePack = {
  [Part in keyof Locale]?: Locale[Part] extends string | undefined ? Locale[Part] : Partial<Locale[Part]>;
};

/** What each file in `src/locales` exports. */
export interface LocaleFile {
  readonly locale: Locale;
}

export interface ScaleWording {
  lead?: string;
  title: string;
  /** @default title */
  titleUs?: string;
  /** @default the first of `labels` */
  low?: string;
  /** @default the last of `labels` */
  high?: string;
  /** One for each point, lowest first. */
  labels?: readonly string[];
}
