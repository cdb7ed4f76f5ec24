/** The chunk `rare` of a script tag. */

export * from '../chunks/rare.ts';
export { fetchConfig } from './fetchConfig.ts';
export { reportAttributes, reportCommand, reportHooks } from './tagReports.ts';
