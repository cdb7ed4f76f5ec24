/** The chunk `headlessExtras`: `extras` without its Preact part, for a host that presents sessions itself. */
export { sessionExtras } from '../core/session/more/sessionExtras.ts';
export { locale as english } from '../locales/en.ts';
