/** Runs simulated worlds in a child process. A thread is not enough: the time zone is set per process. */
process.once('message', async ({ bundle, ...options }) => {
  const { runWorlds } = await import(bundle);
  const summary = await runWorlds(options);
  process.send(summary, () => process.exit());
});
