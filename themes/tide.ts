import type { Palette } from './palette.ts';

/** Deep teal on white, and on dark blue in dark mode. */
export const tide: Palette = {
  surface: ['#fff', '#0f1c21'],
  option: ['#eff6f8', '#182a31'],
  'option-hover': ['#dfedf1', '#213841'],
  input: ['#fff', '#13242a'],
  text: ['#0e2329', '#eaf4f6'],
  muted: ['#4a626a', '#9db6bd'],
  border: ['#d5e4e8', '#27404a'],
  control: ['#71898f', '#718b94'],
  accent: ['#0b6477', '#6ccbdf'],
  'accent-hover': ['#0a5262', '#93dae9'],
  'on-accent': ['#fff', '#04252d'],
  focus: ['#1d4ed8', '#f5d565'],
  danger: ['#b3261e', '#ff9f96'],
  'danger-surface': ['#fdeeec', '#36201f'],
  success: ['#1b6b3a', '#84d8a6'],
  shadow: ['0 1px 2px #1018280f, 0 12px 32px -8px #1018282e', '0 24px 48px -12px #0009'],
};
