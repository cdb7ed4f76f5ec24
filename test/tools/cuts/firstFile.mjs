/** Kinds of nodes that the first half of the check has not, and waits that the first file doesn't know. */
export const FIRST_CUTS = {
  // It waits for a second at most.
  'src/triggers/afterLoad.ts': [[/if \(delayMs < [A-Z_]+\) /, '']],
  'src/check/isValid.ts': [
    [/if \(kind === 4\) .*/, ''],
    [/if \(kind === 5\) \{[\s\S]*?\n\t\}/, ''],
    [/if \(kind === 7\) \{[\s\S]*?\n\t\}/, ''],
  ],
};
