import type { Palette } from './palette.ts';

/** Violet on white. */
export const iris: Palette = {
  surface: ['#fff', '#17142a'],
  option: ['#f5f3ff', '#221d3d'],
  'option-hover': ['#e9e5fe', '#2e2852'],
  input: ['#fff', '#1c1833'],
  text: ['#1b1633', '#f3f1fe'],
  muted: ['#5b5577', '#b0a8d0'],
  border: ['#e2ddf5', '#383058'],
  control: ['#8a83a8', '#857cab'],
  accent: ['#5538d6', '#b9a8ff'],
  'accent-hover': ['#432ab3', '#d0c4ff'],
  'on-accent': ['#fff', '#1b1140'],
  focus: ['#0b6bcb', '#7fd3ff'],
  danger: ['#b3261e', '#ff9fa0'],
  'danger-surface': ['#fdeeec', '#3b1d2b'],
  success: ['#1b6b3a', '#8adbb0'],
  shadow: ['0 1px 2px #1018280f, 0 12px 32px -8px #1018282e', '0 24px 48px -12px #0009'],
};
