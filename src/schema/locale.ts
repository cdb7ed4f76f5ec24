/** A locale: the standard questions and every string of the prompt in one language. The prompt replaces `{…}` placeholders. */
export interface Locale {
  /** The BCP 47 tag of the language. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** `title` contains `{brand}`. `titleUs` is the title of the question when no brand is set. */
  nps: ScaleWording;
  /** The parts that are optional because the English that is bundled with the prompt lacks them. The client fetches `en.ts` for them. */
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
    surveyLabel: string;
    opened: string;
    later: string;
    charsLeft: string;
    privacy: string;
    never: string;
    /** The optional strings, which a prompt with only a number scale and a comment does not use. */
    next?: string;
    back?: string;
    step?: string;
    errorTooShort?: string;
    ratingOf?: string;
    other?: string;
    email?: string;
    errorEmail?: string;
    tab?: string;
    thumbsUp?: string;
    thumbsDown?: string;
  };
}

/** The host page's own wording. Missing strings fall back to English. */
export type LocalePack = {
  [Part in keyof Locale]?: Locale[Part] extends string | undefined ? Locale[Part] : Partial<Locale[Part]>;
};

/** The export of each locale file in `src/locales`. */
export interface LocaleFile {
  readonly locale: Locale;
}

export interface ScaleWording {
  lead?: string;
  title: string;
  /**
   * The title of the question when no brand is set.
   * @default title
   */
  titleUs?: string;
  /**
   * The label of the lowest point of the scale.
   * @default the first of `labels`
   */
  low?: string;
  /**
   * The label of the highest point of the scale.
   * @default the last of `labels`
   */
  high?: string;
  /** One label for each point of the scale, lowest point first. */
  labels?: readonly string[];
}
