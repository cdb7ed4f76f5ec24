import { WITHOUT_EXPERIMENT } from './withoutExperiment.mjs';

/** Takes out of the one file what is large and has another way. The sources still have their types then. */
export const ONE_FILE_CUTS = {
  // gzip looks back 32 kB only: what has the same words stands together.
  'src/loader/index.ts': [
    [/^/, "import '../check/explanation.ts';\nimport '../locales/pickLocale.ts';\nimport '../../widgets/index.ts';\n"],
  ],
  // Its table has the forms of a survey by metric; CES has every word there is.
  'src/loader/readConfig.ts': [
    [/const \[, short\] = .*/, 'const short = surveyNode[2].ces;'],
    [/debug: .*/, ''],
  ],
  'src/recorder.ts': WITHOUT_EXPERIMENT,
  // Questions without a score are texts.
  'src/core/createSession.ts': [[/choose\(id, options[\s\S]*?\n {4}\},\n/, '']],
  // All words are there, and neither palettes nor anchors.
  'src/display.ts': [[/ \?\? enNps/g, '']],
  'src/prepareDisplay.ts': [
    [/place: .*/, ''],
    [/styles: .*/, ''],
    [/\boccasion,\n\s+session,\n\s+mount/, 'session, mount'],
  ],
  'widgets/index.ts': [
    [/onChoose: .*/, ''],
    [", place, styles = ''", ''],
    [/MORE && extras \? extras\.css \+ styles : styles/, '(extras as Extras).css'],
    [/if \(place && target\) .*/, ''],
  ],
  'widgets/more/index.ts': [
    ['drawQuestion: UnscoredQuestion, ', ''],
    ['drawLink, ', ''],
  ],
  'src/check/explanation.ts': [[/rule === 'where' \? 'trigger\.where' : rule/, 'rule']],
  // Nobody there asks whether it was kept.
  'src/browser/tabStore.ts': [[/return (true|false);/g, '']],
  // Rules beyond the default ones, and the panel that tells of them, are chunks.
  'src/client.ts': [
    // Delays are simple there: a reload begins them anew.
    [/^/, "import { toMs } from './core/duration.ts';\n"],
    [
      /if \(trigger === 'load' && !isClosed/,
      "const { delay, event } = trigger;\n        if ((trigger === 'load' || (delay && !event)) && !isClosed",
    ],
    [
      'later(LOAD_DELAY_MS, () => consider(survey))',
      'later(delay ? toMs(delay) : LOAD_DELAY_MS, () => consider(survey))',
    ],
    [
      /=== name\) consider\(survey, occasion\);/,
      '=== name) later(survey.trigger.delay ? toMs(survey.trigger.delay) : 0, () => consider(survey, occasion));',
    ],
    [
      /import \{ isGoverned, isPlain \}/,
      "import { isDueByDefault } from './oneFileRules.ts';\nimport { isGoverned, isPlain }",
    ],
    [/const isKnown = [\s\S]*?;\n/, ''],
    [/\(governance \? [^)]*\) : !isKnown\(\)\)/, 'isDueByDefault(store, facts, survey, occasion.subject, now())'],
    [/const isClosed = [\s\S]*?\n\s{2}\};/, 'const isClosed = (survey) => !isAllowed(survey, {});'],
    [/if \(!occasion\.force && !governance.*/, ''],
    [/\(\) => \(isKnown\(\) \? govern\(\) : load\(\)\)/, 'load'],
    [/const governed =[\s\S]*?;/, 'const governed = false;'],
    [/const govern = [\s\S]*?return governing;\n\s{2}\};/, ''],
    [/if \(governed\) void govern\(\)\.then\(\(rules\) => off[^;]*;\s*else/, ''],
    [/if \(governed\) void govern\(\)\.then\(\(rules\) => said[^;]*;\s*else/, ''],
    [/if \(!occasion\.force && \(governed[\s\S]*?settled\(\);\n\s*\}/, ''],
    [/\.\.\.\(governance\?\.reasonsOf[^)]*\)[^)]*\)/, "'not_due'"],
    [/draw: \(survey: Survey\) => governance\?\.draw\(survey\),/, ''],
    [/governance\?\.\w+\(\);/g, ''],
    [/explain: async \(id\) =>.*/, ''],
    [/async debug\(\) \{[\s\S]*?\n\s{4}\},/, ''],
    [/if \(settings\.debug\) .*/, ''],
    // What is here need not be fetched beforehand.
    [/if \(settings\.preload !== [\s\S]*?\n {4}\}\n/, ''],
  ],
  // Nothing is fetched to know what is remembered.
  'src/remember.ts': [[/if \(\/\^\[ac\].*/, '']],
  'src/schema/rules.ts': [
    [/, options = \[\], other \}/, ' }'],
    [/const ids = \[\.\.\.options[\s\S]*?return ['"]options['"];/, ''],
    [/, closeAfter = ['"]8s['"] \}/, ' }'],
    [/const shortest = [\s\S]*?['"]closeAfter['"] : undefined;/, ''],
    [/UNSCORED = \[[^\]]*\]/, "UNSCORED = ['text']"],
    [/\?\? brokenInTrigger\([^;]*;/, ';'],
  ],
};

/** Nothing is fetched there: what other builds import when they need it is in the file. After all other cuts. */
export const ONE_FILE_FETCHES = {
  'src/definition.ts': [
    [/^/, "import { brokenRule } from './schema/rules.ts';\nimport { explainWrong } from './schema/explanation.ts';\n"],
    [/const \{ explainWrong \} = .*/, ''],
    [/async fetchBroken[\s\S]*?return checking;\s*\}/, 'broken: () => surveys.filter(brokenRule)'],
  ],
  'src/locales/pickLocale.ts': [
    [/^/, "import { toLocale } from './ownLocale.ts';\nimport { locale } from './en.ts';\n"],
    [/\(await import\(['"]\.\/ownLocale\.ts['"]\)\)\./, ''],
    [/const name = [\s\S]*;(?=\s*\})/, 'return locale;'],
  ],
  'src/client.ts': [
    [/^/, "import { createDisplays } from './display.ts';\nimport { isSoundContext } from './check/isSound.ts';\n"],
    [/const \{ isSoundContext \} = .*/, ''],
    [
      /loading \?\?= Promise[\s\S]*?return loading;/,
      `loading ??= fetchWords().then((words) => {
        displays = createDisplays({ ...lent, words, broken: definition.broken(), explain: definition.explain });
        return displays;
      });
      return loading;`,
    ],
    [/const anchored = .*/, ''],
    [/try \{\s*return ready[\s\S]*?(return ready\?\.show\(survey, occasion, patient\);)\s*\}/, '$1'],
  ],
};
