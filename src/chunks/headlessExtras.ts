/** The chunk `headlessExtras`: the same as `extras` without the Preact part, for a host page that presents sessions itself. */
export { sessionExtras } from '../core/session/more/sessionExtras.ts';
export { locale as english } from '../locales/en.ts';
