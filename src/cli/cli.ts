#!/usr/bin/env node
/** The entry point of `npx scorelet`. */
import { runCli } from './runCli.ts';

// Sets `exitCode`, because process.exit() would drop output that a pipe has not read yet.
process.exitCode = await runCli(process.argv.slice(2), { print: console.log, complain: console.error });
