/** The chunk `prompt`: all code that runs from the decision to show a survey to its last event, including the Preact prompt. */

// Only sets the order of the modules: the file compresses better.
import '../core/session/toEvent.ts';
import '../delivery/transport/httpTransport.ts';
import '../core/session/createSession.ts';

export { mountPrompt } from '../../widgets/index.ts';
export { createDisplays } from '../display/displays.ts';
