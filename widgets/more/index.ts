/** Everything of the prompt beyond number scales with a comment. Fetched where the definition asks for it. */
import type { PromptExtras } from '../extras.ts';
import { drawLink } from './Link.tsx';
import css from './more.css';
import { present } from './present.ts';
import { toPoints } from './toPoints.tsx';
import { UnscoredQuestion } from './UnscoredQuestion.tsx';

export const promptExtras: PromptExtras = { css, drawQuestion: UnscoredQuestion, toPoints, drawLink, present };
