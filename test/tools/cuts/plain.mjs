import { WITHOUT_EXPERIMENT } from './withoutExperiment.mjs';

/** Takes what only the larger prompt does out of the smaller one. */
export const PLAIN_CUTS = {
  // Without locks each tab is by itself there: the lease is in the larger prompt.
  'src/browser/holdLock.ts': [
    [/const LEASE_MS[\s\S]*?const toLease = [\s\S]*?\n\};/, ''],
    ['toLease()', '() => {}'],
  ],
  // No shortest comment there, and no links.
  'src/locales/enNps.ts': [
    [/errorTooShort: .*/, ''],
    [/privacy: .*/, ''],
  ],
  'widgets/SurveyPrompt.tsx': [
    [/const ISSUES = \{[\s\S]*?\};/, ''],
    [/ISSUES\[issue\] \?\? ['"]errorRequired['"]/, "issue === 'too_long' ? 'errorTooLong' : 'errorRequired'"],
    ['minLength: min, ', ''],
    [/\bmin,\s*max\b/, 'max'],
  ],
  'src/core/toEvent.ts': [
    [/linkFollowed: ['"]link\.['"],/, ''],
    [/\.replace\(['"]linkF['"], ['"]f['"]\)/, ''],
  ],
  'src/transport/httpTransport.ts': [
    [/\.\.\.wire === ['"]cloudevents['"] && \{[^}]*\}\s*\},/, ''],
    [/\$\{key \? `&k=\$\{key\}` : ['"]{2}\}/, ''],
    [/, wire, fetch/, ', fetch'],
    [/\{ collector, key \}/, '{ collector }'],
  ],
  'src/delivery.ts': [[/wire: settings\.wire,/, '']],
  'src/remember.ts': [[/questions\.find\(isScored\)\?\.type/, "'nps'"]],
  // Nor is one chosen by a link there.
  'src/core/checkAnswer.ts': [
    [/if \(isScored\(question\)\) \{[^}]*\}/, 'if (isScored(question)) return void 0;'],
    ['minLength = 0, ', ''],
  ],
  // It asks NPS and nothing else.
  'src/schema/instruments.ts': [
    [/const \{ variant \} = instrument;\s*if \(variant === ['"]nps['"]\)/, ''],
    [/if \(variant === ['"]rating['"]\)[\s\S]*?['"]difficult['"];/, ''],
    [/\(polarity === ['"]lower_is_better['"] \? max - score : score - min\) \/ \(max - min\)/, 'score / 10'],
  ],
  'src/core/normalSurvey.ts': [
    [/\.\.\.given\(question\)/g, '...question'],
    ['minLength: 0,', ''],
    [
      /const variant = \(?type === [\s\S]*?const scale = [\s\S]*?\};/,
      'const variant = type, scale = { min: 0, max: 10, polarity: "higher_is_better" };',
    ],
    [/variant, followUp = true, title, low, high, max, style, labels, icons/, 'followUp = true, title, low, high'],
    [/variant,\s*title,\s*low,\s*high,\s*max,\s*style,\s*labels,\s*icons/, 'title, low, high'],
  ],
  'src/core/wording.ts': [
    [/const labels = [^;]*;/, ''],
    [/question\.low \?\? labels\?\.\[0\] \?\? words\?\.low \?\? ['"]{2}/, 'question.low ?? words.low'],
    [/question\.high \?\? labels\?\.\[max - min\] \?\? words\?\.high \?\? ['"]{2}/, 'question.high ?? words.high'],
    ['words && (!brand &&', '(!brand &&'],
    [/const lead = question\.title \? undefined : words\?\.lead;/, 'const lead = void 0;'],
    [/const named = [\s\S]*?const shown = [^;]*;/, ''],
    [/`\$\{shown\.labels\}`/, "'undefined'"],
    [/,\s*\.\.\.shown/, ''],
  ],
  'widgets/ScaleQuestion.tsx': [[/asked\.lead && .*?, ['"] ['"]\),/, '']],
  'src/core/createSession.ts': [
    [/followLink: .*\n?[^}]*\}\)/, ''],
    [/choose\(id, options, inputMode\)[\s\S]*?\n\s*\},/, ''],
    [/back\(\) \{[\s\S]*?\n\s*\},/, ''],
    [/get survey\(\) \{\s*return survey;\s*\}/, 'survey: written'],
  ],
  'src/browser/tabStore.ts': [[/return (true|false);/g, '']],
  // A preview takes the larger one.
  'src/display.ts': [[/mode === ['"]preview['"] \? begin :/, '']],
  'src/recorder.ts': [
    ...WITHOUT_EXPERIMENT,
    [/mode === ['"]preview['"]/, 'false'],
    [/if \(mode !== ['"]preview['"]\)/, ''],
  ],
  'src/prepareDisplay.ts': [
    [/if \(mode === ['"]preview['"]\) return;/, ''],
    [/privacyUrl: .*/, ''],
    [/\boccasion,\s+session,\s+mount/, 'session, mount'],
  ],
  'widgets/index.ts': [
    ['privacyUrl, ', ''],
    [/\bprivacyUrl,\s+/, ''],
    [/\bextras,\s+/, ''],
    [/takeFocus \|\| [^;]*;/, 'takeFocus;'],
    [/onChoose: .*/, ''],
    [/onLink: .*/, ''],
    [/onBack\(\) \{[\s\S]*?\n\s*\},/, ''],
  ],
};
