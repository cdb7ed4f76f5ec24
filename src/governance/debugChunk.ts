import type { Scorelet } from '../api/options.ts';
import type { toExplanations } from './explanations.ts';
import type { DebugPanel, GovernanceEnvironment } from './governanceEnvironment.ts';

/** The interface of the debug chunk: the explanations of the gates, and the panel that shows them. */
export interface DebugChunk {
  toExplanations: typeof toExplanations;
  /** Opens the debug panel of a client, or closes it if it is open. */
  togglePanel(client: Scorelet, environment: GovernanceEnvironment): DebugPanel;
}
