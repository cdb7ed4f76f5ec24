/** The chunk `headless`: the same as `prompt` without the Preact part, for a host page that presents sessions itself. */
export { createDisplays } from '../display/displays.ts';
