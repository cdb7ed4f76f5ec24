import type { Scorelet } from '../api/options.ts';
import type { DebugPanel, GovernanceEnvironment } from './environment.ts';
import type { toExplanations } from './explanations.ts';

/** The words of gates, and the panel that shows them. */
export interface DebugChunk {
  toExplanations: typeof toExplanations;
  /** Opens the panel of a client, or closes it. */
  togglePanel(client: Scorelet, environment: GovernanceEnvironment): DebugPanel;
}
