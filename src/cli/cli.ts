#!/usr/bin/env node
/** The entry of `npx scorelet`. */
import { runCli } from './runCli.ts';

// process.exit() would drop lines that a pipe has not yet read.
process.exitCode = await runCli(process.argv.slice(2), { print: console.log, complain: console.error });
