/** The chunk `prompt`: everything from the decision to show a survey to its last event, with the Preact prompt. */
export { mountPrompt } from '../../widgets/index.ts';
export { createDisplays } from '../display/displays.ts';
