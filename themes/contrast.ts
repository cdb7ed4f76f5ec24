import type { Palette } from './palette.ts';

/** Black, white and one accent, for `prefers-contrast: more`. */
export const contrast: Palette = {
  surface: ['#fff', '#000'],
  option: ['#fff', '#000'],
  'option-hover': ['#e6e6e6', '#1f1f1f'],
  input: ['#fff', '#000'],
  text: ['#000', '#fff'],
  muted: ['#1f1f1f', '#e6e6e6'],
  border: ['#000', '#fff'],
  control: ['#000', '#fff'],
  accent: ['#000', '#ffe600'],
  'accent-hover': ['#2b2b2b', '#fff07a'],
  'on-accent': ['#fff', '#000'],
  focus: ['#03c', '#00e0ff'],
  danger: ['#8a0000', '#ffb3ad'],
  'danger-surface': ['#fff', '#000'],
  success: ['#004d1a', '#8cffb0'],
  shadow: ['0 1px 2px #1018280f, 0 12px 32px -8px #1018282e', '0 24px 48px -12px #0009'],
};
