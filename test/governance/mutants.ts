import type { Mutant } from '../simulation/mutant.ts';

const CLIENT = 'src/client.ts';
const GOVERNANCE = 'src/governance.ts';
const DISPLAY = 'src/display.ts';
const PREPARE = 'src/prepareDisplay.ts';
const FREQUENCY = 'src/core/frequency.ts';
const CLOCKS = 'src/core/clocks.ts';
const GATES = 'src/core/gates.ts';
const DEFAULT = 'src/core/dueByDefault.ts';
const NEXT = 'src/core/nextRecord.ts';
const WAITING = 'src/triggers/waitingMoments.ts';
const TRIGGERS = 'src/triggers/startTriggers.ts';
const LOCK = 'src/browser/holdLock.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are pieces of source.
/** Deliberate bugs, each of which five hundred worlds must catch. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'the default pause is too short',
    file: DEFAULT,
    from: '(relational ? 84 : 30)',
    to: '(relational ? 84 : 20)',
  },
  {
    name: 'what was refused for ever is asked again, by default',
    file: DEFAULT,
    from: '!(own && never) &&',
    to: '',
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
    from: '(at < visit ? 0 : Number.POSITIVE_INFINITY)',
    to: 'Number.POSITIVE_INFINITY',
  },
  { name: 'a pause of a page ends a visit', file: 'src/core/visit.ts', from: '1_800_000', to: '180_000' },
  {
    name: 'marks of the future are believed',
    file: FREQUENCY,
    from: '(value > now ? now : value)',
    to: 'value',
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
    file: 'src/core/period.ts',
    from: "date.setDate(day + many * (unit === 'w' ? 7 : 1))",
    to: "date.setTime(at + many * (unit === 'w' ? 7 : 1) * 86_400_000)",
  },
  {
    name: 'a month has thirty-one days',
    file: 'src/core/period.ts',
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
    from: 'if (Date.now() - Number(localStorage.getItem(LEASE)) < LEASE_MS) return undefined;',
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
    name: 'whoever comes next has dismissed the prompt of a logout',
    file: CLIENT,
    from: 'for (const each of [displays, governance]) each?.clear();',
    to: 'governance?.clear();',
  },
  {
    name: 'what waits outlives a logout',
    file: CLIENT,
    from: 'for (const each of [displays, governance]) each?.clear();',
    to: 'displays?.clear();',
  },
  {
    name: 'a name that comes leaves behind what was asked before',
    file: CLIENT,
    from: 'memory.handOver(() => {',
    to: '((change: () => void) => change())(() => {',
  },
  {
    name: 'people share their clocks',
    file: 'src/memory.ts',
    from: "who() ? toHash(who() as string) : ''",
    to: "who() ? 'a' : ''",
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
    from: '!aside && respondent !== facts.respondent',
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
    from: 'return toBucket((facts.respondent.id ?? seed) + name);',
    to: 'return toBucket((facts.respondent.id ?? seed) + name + now());',
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
    from: 'seed ??= facts.respondent.id ? undefined : toSeed();\n    return toBucket((facts.respondent.id ?? seed) + name);',
    to: 'seed ??= facts.respondent.id ?? toSeed();\n    return toBucket(seed + name);',
  },
  {
    name: 'a moment never grows old',
    file: GATES,
    from: 'open: at === undefined || oldest(at) >= now',
    to: 'open: true',
  },
  {
    name: 'a delay of hours ends in nothing',
    file: GATES,
    from: 'toLater(moment, delay, 2)',
    to: '0',
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
    file: CLIENT,
    from: "facts.respondent.role !== 'agent' && ",
    to: '',
  },
  {
    name: 'an explanation is wrong about a gate',
    file: GOVERNANCE,
    from: '...(right ? toGates(right, moment ?? {}, world) : []),',
    to: '...(right ? toGates(right, {}, world) : []),',
  },
  {
    name: 'an explanation leaves out what is closed',
    file: GOVERNANCE,
    from: '...(right ? toGates(right, moment ?? {}, world) : []),',
    to: "...(right ? toGates(right, moment ?? {}, world).filter(({ gate, open }) => open || gate !== 'clock') : []),",
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
    from: "if (changed && occasion && isUntouched?.() && !isAllowed(survey, occasion)) end('expired');",
    to: '',
  },
  {
    name: 'records of everybody are kept',
    file: 'src/remember.ts',
    from: 'const MAX_RECORDS = 100;',
    to: 'const MAX_RECORDS = 100_000;',
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
