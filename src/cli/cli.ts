#!/usr/bin/env node
/** `npx scorelet …` */
import { runCli } from './runCli.ts';

// Not process.exit(): a pipe may still have lines to take.
process.exitCode = await runCli(process.argv.slice(2), { print: console.log, complain: console.error });
