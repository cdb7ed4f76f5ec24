/** What a display needs that a page without one does not: session, events, prompt. Fetched when a prompt is due. */

import type { Consent, NotShownReason, Report, ScoreletOptions, ShowOptions, ShowResult } from '../api/options.ts';
import type { Place, Present } from '../api/present.ts';
import { holdLock, LEASE, whenFree } from '../browser/holdLock.ts';
import { listen } from '../browser/listen.ts';
import type { KeyValueStore } from '../browser/localStore.ts';
import { whenPresentable } from '../browser/whenPresentable.ts';
import { withTimeout } from '../browser/withTimeout.ts';
import { EVERYTHING } from '../core/session/more.ts';
import { toNormalSurvey } from '../core/session/normalSurvey.ts';
import type { Unstamped } from '../core/session/toEvent.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { enNps } from '../locales/enNps.ts';
import { toFactsKey } from '../memory/facts.ts';
import { BEGUN } from '../memory/keys.ts';
import type { Context, EventName, Respondent, ScoreletEvent, Survey } from '../schema/index.ts';
import type { Locale } from '../schema/locale.ts';
import { type Display, LINKED, prepareDisplay } from './prepareDisplay.ts';
import { createRecorder, toResponse } from './recorder.ts';

export interface Occasion extends ShowOptions {
  /** What keeps the prompt beside its anchor. */
  place?: Place | undefined;
  /** The score that a link has chosen. */
  prefill?: number | undefined;
  /** A page before this one may have left it in the middle. */
  resume?: boolean | undefined;
  /** The moment it is for, and when that came. @default now, by code */
  cause?: string | undefined;
  at?: number | undefined;
  /** What was drawn by hash. @default everybody, without an experiment */
  sampling?: { rate: number; bucket: number } | undefined;
  experiment?: Context['experiment'];
}

/** What events say of who and where; its fields are replaced as the host says more. */
export interface Facts {
  respondent: Respondent;
  context: Context;
  consent: Consent;
}

/** What the client has ready, and lends. */
export interface DisplayEnvironment {
  settings: ScoreletOptions;
  /** The options as the host gave them: the functions are there. */
  options: ScoreletOptions;
  present: Present;
  /** The locale that was fetched. @default English */
  words: Locale | undefined;
  /** CSS of a palette beside the default one. */
  styles: string | undefined;
  mode: 'live' | 'preview' | 'test' | 'off';
  automation: boolean;
  now: () => number;
  report: Report;
  emit: (name: EventName, event: ScoreletEvent) => void;
  facts: Facts;
  store: KeyValueStore;
  /** The browser's, as it was when the client was made. */
  fetch: typeof fetch;
  /** Whether something may be kept on the device now. */
  mayPersist: () => boolean;
  isAllowed: (survey: Survey, occasion: Occasion) => boolean;
  /** Draws by hash what is left to chance, for whoever it is by now. */
  draw: (survey: Survey) => Pick<Occasion, 'sampling' | 'experiment'> | undefined;
  /** Surveys of the right shape that break a rule between fields: they are not shown. */
  broken: readonly Survey[];
  /** Says what is wrong with the definition. */
  explain: () => Promise<void>;
}

export interface Displays {
  /** Shows a survey when the page can be asked. While another prompt is open a patient one waits for its turn. */
  show(survey: Survey, occasion: Occasion, patient?: boolean): Promise<ShowResult>;
  /** Takes the prompt away and forgets what waits for its turn, and what was on its way. */
  clear(): void;
  /** Does what consent says now. */
  obey(): void;
  /** Goes on in another language; in English without words. */
  speak(words: Locale | undefined): void;
  /** The id of the survey whose prompt is open, if it is one of those that keep others from opening. */
  current?(): string | undefined;
  /** Whether this tab is the one that may show a prompt now. */
  holds?(): boolean;
  /** Takes away the prompts of surveys that no longer belong on the page. The plain prompt has neither this nor the next two: rules beyond the default ones come with the larger one. */
  leave?(isGone: (survey: Survey) => boolean): void;
  /** Drops what waits to be shown of a survey. */
  cancel?(surveyId: string): void;
  /** Posts a decision about a survey. */
  decide?(survey: Survey, decision: Unstamped): void;
  /** Sends what waits; resolves when that attempt is over. */
  flush(): Promise<void>;
  /** Takes the prompt away, sends what waits and gives timers and listeners back. */
  stop(): void;
}

/** Between the first look and the prompt: what is about to be shown, or is. */
type Turn = Pick<Display, 'survey' | 'close'> & Partial<Display>;

/** How long the host may think about a prompt. */
const VETO_TIMEOUT_MS = 2000;

/** Creates what shows surveys, one at a time, and posts what happens. */
export const createDisplays = (environment: DisplayEnvironment): Displays => {
  const { options, mode, report, store, isAllowed, broken } = environment;
  if (broken[0]) void environment.explain();
  let locale = environment.words ?? enNps;
  const { add: deliver, obey, flush, clear: forget, stop } = createDelivery(environment);
  /** Those that wait until another prompt is gone. */
  let waiting: { survey: Survey; start: () => void }[] = [];
  /** The prompt that is open, or waits until the page can be asked. */
  let turn: Turn | undefined;
  /** Lets other tabs have their turn. */
  let release: (() => void) | undefined;
  /** Tabs by survey: they stand beside whatever prompt is open, and keep none from opening. */
  const tabs = new Map<string, Display>();
  const shown = (): Turn[] => (EVERYTHING ? [...(turn ? [turn] : []), ...tabs.values()] : turn ? [turn] : []);

  const next = () => {
    if (turn) return;
    if (EVERYTHING) waiting.sort((a, b) => (b.survey.priority ?? 0) - (a.survey.priority ?? 0));
    waiting.shift()?.start();
  };
  const finish = () => {
    turn = undefined;
    release?.();
    release = undefined;
    next();
  };

  /** Asks the host, who may say no. */
  const isWelcome = async ({ session, survey }: Display): Promise<boolean> => {
    try {
      return !!(await withTimeout(
        VETO_TIMEOUT_MS,
        `no answer in ${VETO_TIMEOUT_MS} ms`,
        Promise.resolve(options.beforeShow?.(session)),
      ));
    } catch (cause) {
      report('callback_failed', `beforeShow ${survey.id}: ${cause}`, { cause });
      return false;
    }
  };

  const show: Displays['show'] = (survey, occasion, patient) =>
    new Promise((resolve) => {
      const say = (reason?: NotShownReason) => resolve({ shown: !reason, reasons: reason ? [reason] : [] });
      // Who has answered by the link and loads the page again is not asked again.
      const linked = EVERYTHING && occasion.prefill !== undefined && store.isInTab(BEGUN + survey.id + LINKED);
      if (linked) return say('not_due');
      const aside = EVERYTHING && survey.presentation === 'tab' && !occasion.anchor;
      const again = { survey, start: () => show(survey, occasion, patient) };
      if (aside ? tabs.has(survey.id) : turn) return patient && !aside ? waiting.push(again) : say('already_open');
      let stopWaiting: (() => void) | undefined;
      const mine: Turn = {
        survey,
        close() {
          stopWaiting?.();
          say('cancelled');
          finish();
        },
      };
      if (!aside) turn = mine;
      const gone = aside ? () => tabs.delete(survey.id) : finish;
      const refuse = (reason: NotShownReason) => {
        gone();
        say(reason);
      };
      const prepare = () => {
        if (broken.includes(survey)) return refuse('invalid');
        if (!isAllowed(survey, occasion)) return refuse('not_due');
        const { respondent } = environment.facts;
        const drawn = EVERYTHING ? { ...occasion, ...environment.draw(survey) } : occasion;
        const display = prepareDisplay(environment, deliver, locale, survey, drawn, gone);
        // What was begun too long ago is no reason to ask again.
        if (occasion.resume && !display.isResumed) return refuse('not_due');
        const mount = () => {
          // It may have been taken back meanwhile.
          if (!aside && turn !== mine) return;
          // Somebody has said meanwhile who it is: all is looked at, and drawn, once more.
          if (EVERYTHING && !aside && respondent !== environment.facts.respondent) return begin();
          if (aside) tabs.set(survey.id, display);
          else turn = display;
          if (display.mount()) say();
          else refuse('present_failed');
        };
        if (!options.beforeShow) return mount;
        return async () => ((await isWelcome(display)) ? mount() : refuse('vetoed'));
      };
      // Two tasks, so that neither is long.
      const begin = () => {
        const mount = prepare();
        if (mount) setTimeout(mount);
      };
      const enter = async () => {
        const lock = await holdLock();
        if (turn !== mine) return lock?.();
        release = lock;
        if (lock) begin();
        // The plain prompt does not wait for the other tab: the next page asks again.
        else if (EVERYTHING && patient) {
          waiting.push(again);
          turn = undefined;
          void whenFree().then(next);
        } else refuse('other_tab');
      };
      // Who asked for it is not to wait; a prompt in the page's own flow covers nothing.
      if (occasion.takeFocus || aside || survey.presentation === 'inline') prepare()?.();
      else stopWaiting = whenPresentable(mode === 'preview' ? begin : enter);
    });

  const close = () => {
    waiting = [];
    for (const each of shown()) each.close('api');
  };

  const stopListening = listen(['storage', 'pagehide'], (event) => {
    const { key, newValue } = event as StorageEvent;
    // The page is left, and one that holds a lock is not kept for the way back.
    if (key === undefined) release?.();
    if (EVERYTHING && key === LEASE) next();
    // What was answered in another tab is not asked in this one; what was only displayed may stand in both.
    for (const { survey, occasion, isUntouched, close: end } of shown()) {
      const isMine = key === toFactsKey(environment.facts, survey.id) && isUntouched?.();
      const isOver = EVERYTHING
        ? isMine && !/"disp[^[]*$/.test(`${newValue}`) && !isAllowed(survey, occasion as Occasion)
        : isMine && /"ans[^[]*$/.test(newValue as string);
      if (isOver) end('expired');
    }
  });

  return {
    show,
    obey,
    speak(words) {
      locale = words ?? enNps;
      for (const { session } of shown()) session?.speak(locale);
    },
    ...(EVERYTHING
      ? {
          current: () => turn?.session && turn.survey.id,
          holds: () => !!release,
          leave(isGone) {
            for (const { survey, isUntouched, close: end } of shown()) {
              if (isUntouched?.() !== false && isGone(survey)) end('route_change');
            }
          },
          cancel(surveyId) {
            waiting = waiting.filter(({ survey }) => survey.id !== surveyId);
            if (turn && !turn.session && turn.survey.id === surveyId) turn.close('api');
          },
          decide(survey, decision) {
            const response = toResponse(environment, survey, {});
            createRecorder(environment, toNormalSurvey(survey), {}, response, deliver)(decision);
          },
        }
      : {}),
    flush,
    clear() {
      close();
      forget();
    },
    stop() {
      close();
      stopListening();
      stop();
    },
  };
};
