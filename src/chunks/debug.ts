/** The chunk `debug`: the descriptions of the gates, and the panel that shows them. */
export { togglePanel } from '../../widgets/debug/index.ts';
export { toExplanations } from '../governance/explanations.ts';
