import type { Palette } from './palette.ts';

/** The default palette: neutral, with one accent. */
export const ink: Palette = {
  surface: ['#fff', '#16181d'],
  option: ['#f5f6f8', '#21242b'],
  'option-hover': ['#e9ebf0', '#2c303a'],
  input: ['#fff', '#1c1f25'],
  text: ['#14161a', '#f2f3f5'],
  muted: ['#565c68', '#a9afbc'],
  border: ['#e1e4ea', '#30343d'],
  control: ['#858c9a', '#7f8796'],
  accent: ['#1c2230', '#f2f3f5'],
  'accent-hover': ['#363f54', '#d3d7df'],
  'on-accent': ['#fff', '#14161a'],
  focus: ['#2457d6', '#8fb1ff'],
  danger: ['#b3261e', '#ff9b92'],
  'danger-surface': ['#fdeeec', '#381e1c'],
  success: ['#1b6b3a', '#7fd6a0'],
  shadow: ['0 1px 2px #1018280f, 0 12px 32px -8px #1018282e', '0 24px 48px -12px #0009'],
};
