/** The file `prompt`: everything between the decision to show a survey and its last event, with the Preact prompt. */
export { mountPrompt } from '../../widgets/index.ts';
export { createDisplays } from '../display/displays.ts';
