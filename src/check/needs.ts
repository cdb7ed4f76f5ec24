/** What a definition needs beyond the first file, read from its JSON: two patterns, since every page carries them. */
import type { Survey } from '../schema/survey.ts';

/** Fields with these in their names have an inside, or rules between them, that only the second half of the check knows. A word that has them costs its small chunk. */
const INSIDE =
  /ending|closeA|transl|offset|variant|tion":|ment":|quest|style|label|icon|m(in|ax)|BySeg|theme|ntext|cale":[^"]/;
/** What of an NPS survey only the larger prompt has: anything beyond a scale with a comment, in a corner or in the page. */
const MORE = /ending|minL|vacy|wire|key|closeA|transl|offset|tion":"[^pi]|ment":"\w+"|\{[^"}]/;

/** What the rules beyond the default ones are for; the panel looks on while they listen for moments. */
const GOVERNED =
  /"(targeting|frequency|sampling|experiment|priority|where|scroll|exit|idle|click|delay|cancelOn|expires|report|history|debug)":/;

/** Says whether a definition has more than triggers at load and by event, for everybody, by clocks. */
export const isGoverned = (json: string): boolean => GOVERNED.test(json);

/** Says whether a definition has more than the first half of the check looks at. */
export const hasInside = (json: string): boolean => INSIDE.test(json) || isGoverned(json);

/** Says whether the smaller prompt will do: it asks NPS, and a comment. */
export const isPlain = (json: string, surveys: readonly Survey[]): boolean =>
  !MORE.test(json) && surveys.every((survey) => (survey as { metric?: string }).metric === 'nps');
