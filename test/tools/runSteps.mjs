/** Runs the steps of a test run, in parallel where the cores allow it, and prints the time of each. */
import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * Runs a command. Resolves `{ passed, output }`; `passed` is true when the exit code is 0. A command that runs alone prints
 * directly and resolves an empty `output`.
 */
const runCommand = ([command, ...args], isAlone) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const add = (part) => {
      output += part;
    };
    child.stdout?.setEncoding('utf8').on('data', add);
    child.stderr?.setEncoding('utf8').on('data', add);
    child.once('error', (error) => add(`${error.message}\n`));
    child.once('close', (code) => resolve({ passed: code === 0, output }));
  });

/** Runs a step: either a function, or a list of commands that stops at the first failure. */
const runStep = async ({ run }, isAlone) => {
  if (typeof run === 'function') return { passed: await run(), output: '' };
  let output = '';
  for (const command of run) {
    const result = await runCommand(command, isAlone);
    output += result.output;
    if (!result.passed) return { passed: false, output };
  }
  return { passed: true, output };
};

const toLine = (name, { passed, seconds }) => `${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`;

/** Prints the time of each step and the number of passed and failed steps. Returns true when all passed. */
const report = (steps, results, seconds) => {
  console.log('');
  for (const name of Object.keys(steps)) console.log(toLine(name, results.get(name)));
  const failed = [...results.values()].filter(({ passed }) => !passed).length;
  console.log(`${results.size} steps in ${seconds.toFixed(1)} s\n\n${results.size - failed} passed, ${failed} failed`);
  return failed === 0;
};

/**
 * Runs steps in the given order. A step starts after all steps listed in its `needs` have passed. A `wide` step uses every core
 * and runs alone; two other steps run at a time. A step does not run and counts as failed when a step that it needs has failed.
 * Resolves true when all steps passed.
 */
export const runSteps = async (steps) => {
  const lanes = Math.min(2, os.availableParallelism());
  const waiting = new Map(Object.entries(steps));
  const running = new Map();
  const results = new Map();
  const passed = (name) => results.get(name)?.passed;

  const start = async (name, step) => {
    console.log(`\n— ${name}`);
    const started = performance.now();
    const onError = (error) => ({ passed: false, output: error instanceof Error ? `${error.stack}` : `${error}` });
    const result = await runStep(step, step.wide).catch(onError);
    const seconds = (performance.now() - started) / 1000;
    results.set(name, { passed: result.passed, seconds });
    running.delete(name);
    console.log(`\n— ${toLine(name, { passed: result.passed, seconds })}`);
    if (result.output) console.log(result.output.trimEnd());
  };

  const isWideRunning = () => [...running.keys()].some((name) => steps[name].wide);
  /** Returns the next step that may start. No later step overtakes a step that waits for a free core. */
  const takeNext = () => {
    for (const [name, { needs = [], wide = false }] of waiting) {
      if (needs.some((need) => passed(need) === false)) {
        waiting.delete(name);
        results.set(name, { passed: false, seconds: 0 });
      } else if (needs.every(passed)) {
        const isFree = wide ? running.size === 0 : running.size < lanes && !isWideRunning();
        return isFree ? name : undefined;
      }
    }
    return undefined;
  };
  const startAll = () => {
    for (let name = takeNext(); name !== undefined; name = takeNext()) {
      waiting.delete(name);
      running.set(name, start(name, steps[name]));
    }
    return running.size > 0;
  };
  const began = performance.now();
  while (startAll()) await Promise.race(running.values());
  return report(steps, results, (performance.now() - began) / 1000);
};
