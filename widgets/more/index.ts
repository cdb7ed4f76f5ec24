/** The parts of the prompt beyond number scales with a comment. Fetched when the definition needs them. */
import type { PromptExtras } from '../extras.ts';
import { drawLink } from './Link.tsx';
import css from './more.css';
import { present } from './present.ts';
import { toScale } from './toScale.tsx';
import { toStep } from './toStep.tsx';
import { UnscoredQuestion } from './UnscoredQuestion.tsx';

export const promptExtras: PromptExtras = { css, drawQuestion: UnscoredQuestion, toScale, toStep, drawLink, present };
