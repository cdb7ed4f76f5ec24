/** Everything of the prompt beyond a number scale with a comment: fetched where a survey wants it. */
import type { Extras } from '../extras.ts';
import everything from './everything.css';
import { drawLink } from './Link.tsx';
import more from './more.css';
import { present } from './present.ts';
import { toFaces } from './toFaces.tsx';
import { UnscoredQuestion } from './UnscoredQuestion.tsx';

export const extras: Extras = { css: more + everything, drawQuestion: UnscoredQuestion, toFaces, drawLink, present };
