/**
 * The optional features of the prompt: everything other than a number scale with a comment. This code is fetched when the survey definition
 * needs it.
 */
import type { PromptExtras } from '../extras.ts';
import { drawLink } from './Link.tsx';
import css from './more.css';
import { present } from './present.ts';
import { toScale } from './toScale.tsx';
import { toStep } from './toStep.tsx';
import { UnscoredQuestion } from './UnscoredQuestion.tsx';

export const promptExtras: PromptExtras = { css, drawQuestion: UnscoredQuestion, toScale, toStep, drawLink, present };
