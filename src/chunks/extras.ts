/** The file `extras`: what a session and its prompt can do beyond number scales with a comment, and English for all of it. */
export { promptExtras } from '../../widgets/more/index.ts';
export { sessionExtras } from '../core/session/more/sessionExtras.ts';
export { locale as english } from '../locales/en.ts';
