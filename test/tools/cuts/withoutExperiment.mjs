/** In `src/recorder.ts`, where nobody is drawn into a variant. */
export const WITHOUT_EXPERIMENT = [
  [/const \{ experiment, \.\.\.said \} = .*/, ''],
  ['...said', '...response'],
];
