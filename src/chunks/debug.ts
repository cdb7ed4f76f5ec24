/** The chunk `debug`: the debug panel and the explanations of the gates that it shows. */
export { togglePanel } from '../../widgets/debug/index.ts';
export { toExplanations } from '../governance/explanations.ts';
