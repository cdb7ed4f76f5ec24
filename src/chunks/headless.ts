/** The chunk `headless`: `prompt` without its Preact part, for a host that presents sessions itself. */
export { createDisplays } from '../display/displays.ts';
