/** Runs the steps of a test run beside each other where the cores allow it, and says how long each took. */
import { spawn } from 'node:child_process';
import os from 'node:os';

/** Runs a command; resolves true when it exits with 0. Prints what it says at once, or in one piece at the end. */
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

/** Runs a step: a function, or commands one after the other until one fails. */
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

/** Prints the time of each step, and how many passed and failed. Returns true when all passed. */
const report = (steps, results, seconds) => {
  console.log('');
  for (const name of Object.keys(steps)) console.log(toLine(name, results.get(name)));
  const failed = [...results.values()].filter(({ passed }) => !passed).length;
  console.log(`${results.size} steps in ${seconds.toFixed(1)} s\n\n${results.size - failed} passed, ${failed} failed`);
  return failed === 0;
};

/**
 * Runs steps in their order, each as soon as the steps that it `needs` have passed. A `wide` step keeps every core busy and runs
 * alone; of the others two run at a time. A step whose need has failed does not run and counts as failed. Prints the time of
 * each step, and how many passed and failed. Resolves true when all passed.
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
  /** The next step that may start. One that has to wait for a free core keeps its turn. */
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
