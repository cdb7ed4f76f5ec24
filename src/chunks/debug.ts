/** The file `debug`: the words of the gates, and the panel that shows them. */
export { togglePanel } from '../../widgets/debug/index.ts';
export { toExplanations } from '../governance/explanations.ts';
