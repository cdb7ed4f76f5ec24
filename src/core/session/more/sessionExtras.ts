import type { SessionExtras } from '../extras.ts';
import { fill } from '../fill.ts';

import { choiceKind } from './choiceKind.ts';
import { consentKind } from './consentKind.ts';
import { emailKind } from './emailKind.ts';
import { pipe } from './pipe.ts';
import { translate } from './translate.ts';

/** Everything that a session can do beyond scored questions and a comment. Fetched where the definition asks for it. */
export const sessionExtras: SessionExtras = {
  kinds: { choice: choiceKind, email: emailKind, consent: consentKind },
  translate,
  pipe,
  toEnding({ endings, thanks: usual }, segment, brand, known) {
    const ending = endings?.find(({ segments }) => !segments || segments.some((each) => each === segment));
    const thanks = ending?.thanks ?? usual;
    return { link: ending?.link, thanks: thanks && pipe(fill(thanks, { brand }), known) };
  },
};
