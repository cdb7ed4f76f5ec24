/**
 * A script tag has no functions to give, a document, and a definition that is JSON: what only others could reach is left out
 * of its builds.
 */
export const MARKUP_ONLY = {
  // Each file has one table only: the first file its half, the others all of it.
  'src/check/isValid.ts': [
    [/, all = meanings/g, ''],
    [/, all\)/g, ')'],
    [/\ball\.find/, 'meanings.find'],
  ],
  'src/check/isSound.ts': [[/, meanings\)/g, ')']],
  'src/check/explanation.ts': [[/, meanings\)/g, ')']],
  'src/client.ts': [
    ['options.present ?? fetchPrompt(plain)', '(void 0)'],
    [/const fetchPrompt = async[\s\S]*?\n\};/, ''],
    [/typeof document === ['"]object['"]/, 'true'],
    // Only test environments are without.
    [/globalThis\.matchMedia\?\./, 'matchMedia'],
    // The console has said already what is wrong with it.
    [/given\.some\(\(each\) => each\?\.id === id\) \? ['"]invalid['"] : ['"]unknown_survey['"]/, "'unknown_survey'"],
    [/\boptions\.(now|isEligible)\b|, options\.storage\b/g, (found) => (found.startsWith(',') ? '' : '(void 0)')],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    // They come with the prompt, or are functions.
    [/\.\.\.lent,\s+present,/, '...lent,'],
    [/\boptions,\s+mode,/, 'mode,'],
  ],
  // Nobody is told codes and causes there: the console gets the message.
  'src/report.ts': [
    [/\(code, message, more\)/, '(message)'],
    [/\boptions\.onError\b/g, '(void 0)'],
  ],
  'src/listeners.ts': [
    [/\breport\(\s*['"]\w+['"],/, 'report('],
    [/,\s*\{ cause \}\)/, ')'],
  ],
  'src/definition.ts': [
    [/const \{ storage: _, \.\.\.written \} = options;/, ''],
    ['toData(written)', 'options'],
    [/\breport\(\s*(what === [^,]*|['"]\w+['"]),/g, 'report('],
    [/,\s*\{ (cause|issues) \}\)/g, ')'],
  ],
  'src/display.ts': [
    [/const isWelcome = async[\s\S]*?\n\s*\};/, ''],
    [/if \(!options\.beforeShow\) return mount;[\s\S]*?['"]vetoed['"]\);/, 'return mount;'],
  ],
  'src/prepareDisplay.ts': [
    [/\boptions\.present\b/g, '(void 0)'],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
  ],
  'src/governance.ts': [
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    [/const isEligible = [\s\S]*?\n\t\};/, ''],
    [/\bisEligible\n/, ''],
  ],
  'src/history.ts': [
    // One that is a word; the host's own is a function.
    ['options.history', 'settings.history'],
    [/\breport\(\s*['"]\w+['"],/g, 'report('],
    [/,\s*\{ cause \}\)/g, ')'],
    [/if \(typeof wanted === ['"]function['"]\) return wanted\(id\);/, ''],
  ],
  'src/delivery.ts': [
    [/options\.transport \?\?/, ''],
    [/\boptions\.storage \? [^:]*:/g, ''],
    ['...toDeliveryHooks(options, report)', ''],
  ],
  'src/recorder.ts': [
    [/custom: .*/, ''],
    [/let event = draft;[\s\S]*?if \(!event\) return;/, 'const event = draft;'],
  ],
  // The prompt draws what it can be answered with: no score comes from elsewhere.
  'src/core/createSession.ts': [
    [/const question = survey\.questions\.find\(\(each\) => each\.id === id && isScored\(each\)\);/, ''],
    [/const issue = question \? checkAnswer\(question, score\) : ['"]not_a_score['"];/, 'const issue = void 0;'],
    [/!!question && isScored\(question\) &&/, ''],
    [/inputMode = ['"]api['"]\)/g, 'inputMode)'],
  ],
  // What the session asks about is trimmed, or nothing.
  'src/core/checkAnswer.ts': [
    [/ \|\| !isScored\(question\) && !`\$\{value\}`\.trim\(\)/, ''],
    [/const length = codePoints\(`\$\{value\}`\.trim\(\)\)/, 'const length = codePoints(value)'],
  ],
  'src/core/toEvent.ts': [
    ['custom, ', ''],
    [/\.\.\.custom && \{ presentation: ['"]custom['"] \}/, ''],
  ],
  'src/browser/localStore.ts': [
    [/, given\)/, ')'],
    ['given ?? ', ''],
    ['if (!given) ', ''],
  ],
  'src/browser/hasLeftovers.ts': [
    [/, given\)/, ')'],
    ['given ?? ', ''],
    ['!given && ', ''],
  ],
  // JSON has no undefined.
  'src/core/normalSurvey.ts': [['given(written)', 'written']],
  'src/outbox/records.ts': [[/const evicted = .*|if \(old\.kind.*|return evicted;/g, '']],
  'src/outbox/outbox.ts': [
    ['Promise.race([sent, toAborted(signal)])', 'sent'],
    // Nobody is told what became of which event.
    [/const ids = .*/, ''],
    [/\bids,/, ''],
    [/for \(const \{ id, json \} of records\.add\(event\)\)[^;]*;/, 'records.add(event);'],
    [/, `\$\{rejection\.code\}`/, ''],
    [/, `http_\$\{status\}`/, ''],
    [/dead \? [^,]*, dead/, 'dead'],
    ['(record, code, parked)', '(record, parked)'],
    [/, sentAs\)/g, ')'],
    [
      'onDelivery, onUndeliverable, onRetry } = options',
      '} = options, onDelivery = void 0, onUndeliverable = void 0, onRetry = void 0',
    ],
    // Why it leaves is told to other transports; ours asks only whether the page is left.
    [/\b(let )?why = .*/g, ''],
    [/const reason = why;/, ''],
    ['await send(batch, reason)', 'await send(batch)'],
    [/const giveUp = \([\s\S]*?\n\t\};/, ''],
    [/giveUp\(/g, 'records.remove('],
    // fetch hears its signal; another transport might hang. It is our own transport, and says what it means.
    [/const sent = (transport[\s\S]*?);\s*return toReceipt\(await sent\);/, 'return await $1;'],
  ],
};
