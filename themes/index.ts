/** All palettes by name. */
import { clay } from './clay.ts';
import { contrast } from './contrast.ts';
import { ink } from './ink.ts';
import { iris } from './iris.ts';
import type { Palette } from './palette.ts';
import { tide } from './tide.ts';

export { toStylesheet } from './toStylesheet.ts';

export const palettes: Readonly<Record<string, Palette>> = { clay, contrast, ink, iris, tide };
