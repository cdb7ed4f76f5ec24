import type { Palette } from './palette.ts';

/** Burnt orange on warm paper. */
export const clay: Palette = {
  surface: ['#fffcf8', '#201a16'],
  option: ['#f8f0e7', '#2d2520'],
  'option-hover': ['#f0e3d4', '#3a302a'],
  input: ['#fff', '#272019'],
  text: ['#2a1e17', '#f8efe7'],
  muted: ['#6a574a', '#c3b0a1'],
  border: ['#eadccb', '#43372f'],
  control: ['#96806e', '#93806f'],
  accent: ['#a23f1c', '#f2a481'],
  'accent-hover': ['#853214', '#f7bfa5'],
  'on-accent': ['#fff', '#2c1207'],
  focus: ['#1d4ed8', '#9dbcff'],
  danger: ['#a5140f', '#ff9f92'],
  'danger-surface': ['#fdece6', '#3e211c'],
  success: ['#2c6432', '#9bd29d'],
  shadow: ['0 1px 2px #1018280f, 0 12px 32px -8px #1018282e', '0 24px 48px -12px #0009'],
};
