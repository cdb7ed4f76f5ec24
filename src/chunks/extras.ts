/** The chunk `extras`: all features of sessions and prompts other than number scales with a comment, with their English strings. */
export { promptExtras } from '../../widgets/more/index.ts';
export { sessionExtras } from '../core/session/more/sessionExtras.ts';
export { locale as english } from '../locales/en.ts';
