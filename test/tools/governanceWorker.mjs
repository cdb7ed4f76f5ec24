/** Runs worlds in a process of its own: a time zone belongs to a process, not to a thread. */
process.once('message', async ({ bundle, ...options }) => {
  const { runWorlds } = await import(bundle);
  const summary = await runWorlds(options);
  process.send(summary, () => process.exit());
});
