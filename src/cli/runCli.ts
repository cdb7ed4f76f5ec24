import { VERSION } from '../core/session/version.ts';
import { findCollector } from './conformance/findCollector.ts';
import { toEnding, toLine, toSummary } from './conformance/report.ts';
import { runConformance, selectCases } from './conformance/runConformance.ts';
import { HELP } from './help.ts';
import { type Command, readArguments, UsageError } from './readArguments.ts';

interface Streams {
  /** Prints a line to stdout. */
  print(line: string): void;
  /** Prints an error or a notice to stderr. */
  complain(line: string): void;
}

const PASSED = 0;
const FAILED = 1;
const UNCHECKED = 2;

const runCommand = async (command: Command, { print, complain }: Streams): Promise<number> => {
  if (command.name === 'help' || command.name === 'version') {
    print(command.name === 'help' ? HELP.trimEnd() : VERSION);
    return PASSED;
  }
  const { url, json, only, ...options } = command;
  const reason = await findCollector(url, options.timeoutMs);
  if (reason !== undefined) {
    complain(`Cannot check ${url.href}: ${reason}`);
    return UNCHECKED;
  }
  const started = Date.now();
  if (!json) print(`Checking ${url.href} against the collector contract of scorelet ${VERSION}\n`);
  const onResult = json ? undefined : (result: Parameters<typeof toLine>[0]) => print(toLine(result));
  const onWait = (ms: number) => complain(`The collector limits the rate. Waiting for ${Math.ceil(ms / 1000)} s …`);
  const results = await runConformance({ url, cases: selectCases(only), ...options, onResult, onWait });
  const ms = Date.now() - started;
  const summary = toSummary(results);
  print(
    json
      ? JSON.stringify({ url: url.href, version: VERSION, ...summary, ms, cases: results }, undefined, 2)
      : toEnding(results, ms),
  );
  return summary.conforms ? PASSED : FAILED;
};

/** Runs the `scorelet` command with the arguments after `node` and the script name. Resolves the exit code. */
export const runCli = async (args: readonly string[], streams: Streams): Promise<number> => {
  try {
    return await runCommand(readArguments(args), streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.complain(`${error.message}\n\nRun scorelet --help for all options.`);
    return UNCHECKED;
  }
};
