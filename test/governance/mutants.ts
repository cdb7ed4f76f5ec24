import type { Mutant } from '../simulation/mutant.ts';

const CLIENT = 'src/client/createScorelet.ts';
const GOVERNANCE = 'src/governance/governance.ts';
const DISPLAY = 'src/display/displays.ts';
const PREPARE = 'src/display/prepareDisplay.ts';
const FREQUENCY = 'src/core/rules/frequency.ts';
const CLOCKS = 'src/core/rules/clocks.ts';
const GATES = 'src/core/rules/gates.ts';
const MEMORY = 'src/memory/memory.ts';
const NEXT = 'src/core/rules/nextRecord.ts';
const WAITING = 'src/triggers/waitingMoments.ts';
const TRIGGERS = 'src/triggers/startTriggers.ts';
const LOCK = 'src/browser/holdLock.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are pieces of source.
/** Deliberate bugs, each of which five hundred worlds must catch. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the default pause is too short',
    file: CLOCKS,
    from: "displayed: '30d', answered: '30d', dismissed: '30d'",
    to: "displayed: '20d', answered: '20d', dismissed: '20d'",
  },
  {
    name: 'what was refused for ever is asked again',
    file: GATES,
    from: "{ gate: 'never', open: !never,",
    to: "{ gate: 'never', open: true,",
  },
  { name: 'a clock lasts shorter', file: CLOCKS, from: "snoozed: '7d'", to: "snoozed: '6d'" },
  {
    name: 'own displays count',
    file: FREQUENCY,
    from: '(alone ? count < times : record.tags.includes(mine))',
    to: '(alone && count < times)',
  },
  {
    name: 'how often somebody ignored it is of no matter',
    file: FREQUENCY,
    from: 'count < times :',
    to: 'count < 1 :',
  },
  {
    name: 'pauses do not grow',
    file: FREQUENCY,
    from: 'Math.min(2 ** (count - 1), MOST_TIMES)',
    to: '1',
  },
  {
    name: 'pauses grow without an end',
    file: FREQUENCY,
    from: 'Math.min(2 ** (count - 1), MOST_TIMES)',
    to: '2 ** (count - 1)',
  },
  {
    name: 'a visit never ends',
    file: FREQUENCY,
    from: 'at < visit ? 0 : Number.POSITIVE_INFINITY',
    to: 'Number.POSITIVE_INFINITY',
  },
  { name: 'a pause of a page ends a visit', file: 'src/core/rules/visit.ts', from: '1_800_000', to: '180_000' },
  {
    name: 'marks of the future are believed',
    file: 'src/core/rules/toRecord.ts',
    from: 'Math.min(at, now)',
    to: 'at',
  },
  {
    name: 'what is about a subject is about all of them',
    file: FREQUENCY,
    from: "per === 'subject' ? subject && record.subjects[toSubjectKey(subject)] : record.marks",
    to: 'record.marks',
  },
  {
    name: 'an answer does not make an end of counting',
    file: NEXT,
    from: "return mark === 'answered' ? { ...rested, dismissed: undefined, snoozed: undefined } : rested;",
    to: 'return rested;',
  },
  {
    name: 'weeks go by the clock instead of the calendar',
    file: 'src/core/rules/period.ts',
    from: "date.setDate(day + many * (unit === 'w' ? 7 : 1))",
    to: "date.setTime(at + many * (unit === 'w' ? 7 : 1) * 86_400_000)",
  },
  {
    name: 'a month has thirty-one days',
    file: 'src/core/rules/period.ts',
    from: 'if (date.getDate() !== day) date.setDate(0);',
    to: '',
  },
  {
    name: 'each tab takes the lock',
    file: DISPLAY,
    from: 'const lock = await holdLock();',
    to: 'const lock = (await holdLock()) ?? (() => {});',
  },
  {
    name: 'the lock is kept',
    file: DISPLAY,
    from: '    turn = undefined;\n    release?.();\n',
    to: '    turn = undefined;\n',
  },
  {
    name: 'without locks each tab is alone',
    file: LOCK,
    from: 'if (Math.abs(Date.now() - Number(localStorage.getItem(LEASE))) < LEASE_MS) return undefined;',
    to: '',
  },
  {
    name: 'a tab without locks looks all the time',
    file: LOCK,
    from: '(resolve) => void navigator.locks?.request(NAME, () => resolve()).catch(() => {})',
    to: '(resolve) => void (navigator.locks?.request(NAME, () => resolve()).catch(() => {}) ?? resolve())',
  },
  {
    name: 'a logout forgets everybody',
    file: CLIENT,
    from: 'store.clear(NAMED);',
    to: 'store.clear(/ /);',
  },
  {
    name: 'a logout forgets nobody',
    file: CLIENT,
    from: 'store.clear(NAMED);',
    to: '',
  },
  {
    name: 'a close of the client counts as a no',
    file: PREPARE,
    from: "if (outcome === 'dismissed' && !isRefusal(change as Dismissal)) return;",
    to: "if (outcome === 'dismissed' && (change as Dismissal).answeredCount) return;",
  },
  {
    name: 'facts are not merged by time',
    file: MEMORY,
    from: '[...before, ...more].sort(([, a], [, b]) => a - b)',
    to: '[...before, ...more]',
  },
  {
    name: 'what two tabs take along counts twice',
    file: MEMORY,
    from: '.filter((fact) => !known.has(toJson(fact)))',
    to: '',
  },
  {
    name: 'what was asked before stays there for the next who logs in',
    file: MEMORY,
    from: '      writeFacts(store, named, all);\n      store.set(key, undefined);',
    to: '      writeFacts(store, named, all);',
  },
  {
    name: 'what lay in the future moves on with the clock',
    file: MEMORY,
    from: 'if (list.some(([, at]) => at > latest)) {',
    to: 'if (latest < 0) {',
  },
  {
    name: 'a stamp lasts longer than the clocks',
    file: 'src/memory/remember.ts',
    from: '2.5e9',
    to: '2.5e10',
  },
  {
    name: 'without rules nobody remembers that an agent is not asked',
    file: CLIENT,
    from: '(store.keys(CLOCKS)[0] ?? facts.respondent.role)',
    to: 'store.keys(CLOCKS)[0]',
  },
  {
    name: 'without rules nobody looks at what is remembered',
    file: CLIENT,
    from: '!governance && isKnown() && (isClosed',
    to: '!governance && !isKnown() && (isClosed',
  },
  {
    name: 'what waits outlives a logout',
    file: CLIENT,
    from: '      governance?.clear();\n',
    to: '',
  },
  {
    name: 'a name that comes leaves behind what was asked before',
    file: MEMORY,
    from: 'prefix === anonymous ? [] : store.keys(anonymous)',
    to: '[] as string[]',
  },
  {
    name: 'people share their clocks',
    file: 'src/memory/facts.ts',
    from: "respondent.id ? toHash(respondent.id) : ''",
    to: "respondent.id ? 'a' : ''",
  },
  {
    name: 'nobody looks again before a prompt appears',
    file: DISPLAY,
    from: "if (!isAllowed(survey, occasion)) return refuse('not_due');",
    to: '',
  },
  {
    name: 'after the host has thought nobody looks again',
    file: DISPLAY,
    from: '!aside && respondent !== environment.facts.respondent',
    to: 'false',
  },
  {
    name: 'what was begun comes back for ever',
    file: PREPARE,
    from: 'isResumed: !!resumed,',
    to: 'isResumed: true,',
  },
  {
    name: 'sampling is rolled again',
    file: GOVERNANCE,
    from: 'toBucket(name, `${facts.respondent.id ?? seed}`)',
    to: 'toBucket(name, `${facts.respondent.id ?? seed}${now()}`)',
  },
  {
    name: 'the seed is not kept',
    file: GOVERNANCE,
    from: 'const made = store.get(SEED) ?? randomId();',
    to: 'const made = randomId();',
  },
  {
    name: 'sampling is drawn before it is known who is asked',
    file: GOVERNANCE,
    from: 'seed ??= facts.respondent.id ? undefined : toSeed();\n    return toBucket(name, `${facts.respondent.id ?? seed}`);',
    to: 'seed ??= facts.respondent.id ?? toSeed();\n    return toBucket(name, seed);',
  },
  {
    name: 'a moment never grows old',
    file: GATES,
    from: 'open: at === undefined || now - at <= expiry',
    to: 'open: true',
  },
  {
    name: 'a delay of hours ends in nothing',
    file: 'src/core/rules/expiry.ts',
    from: 'Math.max(HOUR_MS, 2 * toMs(delay))',
    to: 'HOUR_MS',
  },
  {
    name: 'what is cancelled is shown all the same',
    file: WAITING,
    from: 'cancel(id: string) {\n      of(id).forEach(remove);',
    to: 'cancel(id: string) {',
  },
  {
    name: 'a delay begins again with each page',
    file: WAITING,
    from: 'Math.min(due, time + toMs(',
    to: 'Math.max(0, time + toMs(',
  },
  {
    name: 'a delay does not outlive its page',
    file: WAITING,
    from: 'const stored = may ? takeStored(MOMENTS + id) : [];',
    to: 'const stored: Stored[] = [];',
  },
  {
    name: 'the properties of an event are of no matter',
    file: TRIGGERS,
    from: 'event === name && isMatchAll(where, properties)',
    to: 'event === name',
  },
  {
    name: 'the address is not read again',
    file: GOVERNANCE,
    from: 'url: location.href,',
    to: 'url: ((visit as { url?: string }).url ??= location.href),',
  },
  {
    name: 'what other devices know is of no matter',
    file: GOVERNANCE,
    from: 'records: [...memory.records(), ...history.records()],',
    to: 'records: memory.records(),',
  },
  {
    name: 'nobody waits for what other devices know',
    file: GOVERNANCE,
    from: 'history: history.isKnown(),',
    to: 'history: true,',
  },
  {
    name: 'the least important goes first',
    file: GOVERNANCE,
    from: '(b.survey.priority ?? 0) - (a.survey.priority ?? 0) ||',
    to: '(a.survey.priority ?? 0) - (b.survey.priority ?? 0) ||',
  },
  {
    name: 'an agent is asked in place of a customer',
    file: GATES,
    from: ": role !== 'agent'",
    to: ': true',
  },
  {
    name: 'an explanation is wrong about a gate',
    file: GOVERNANCE,
    from: 'gatesOf: (survey, moment) => toGates(survey, moment ?? {}, world)',
    to: 'gatesOf: (survey) => toGates(survey, {}, world)',
  },
  {
    name: 'an explanation leaves out what is closed',
    file: GOVERNANCE,
    from: 'gatesOf: (survey, moment) => toGates(survey, moment ?? {}, world)',
    to: "gatesOf: (survey, moment) => toGates(survey, moment ?? {}, world).filter(({ gate, open }) => open || gate !== 'clock')",
  },
  {
    name: 'a decision names what is open',
    file: GOVERNANCE,
    from: 'const reasons = closed.map(',
    to: "const reasons = [...closed, ...(closed[0] ? [{ gate: 'device', open: true } as Gate] : [])].map(",
  },
  {
    name: 'whoever is next in line is forgotten',
    file: DISPLAY,
    from: '    release = undefined;\n    next();',
    to: '    release = undefined;\n    if (waiting.length > 1000) next();',
  },
  {
    name: 'what is answered here stays open there',
    file: DISPLAY,
    from: "if (isOver) end('expired');",
    to: '',
  },
  {
    name: 'records of everybody are kept',
    file: MEMORY,
    from: 'const MAX_LISTS = 100;',
    to: 'const MAX_LISTS = 100_000;',
  },
  {
    name: 'what is not there is posted as null',
    file: WAITING,
    from: 'subject: subject ?? undefined,',
    to: 'subject,',
  },
  {
    name: 'listeners outlive the client',
    file: 'src/browser/urlChange.ts',
    from: 'clearTimeout(timer);\n    stopListening();',
    to: 'clearTimeout(timer);',
  },
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are pieces of source.
