import type { Scorelet } from '../api/options.ts';
import type { DebugPanel, GovernanceEnvironment } from './environment.ts';
import type { toExplanations } from './explanations.ts';

/** The descriptions of gates, and the panel that shows them. */
export interface DebugChunk {
  toExplanations: typeof toExplanations;
  /** Opens the panel of a client, or closes it if it is open. */
  togglePanel(client: Scorelet, environment: GovernanceEnvironment): DebugPanel;
}
