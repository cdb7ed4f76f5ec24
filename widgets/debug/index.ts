/**
 * The debug panel. It shows developers why a survey is shown or not; respondents never see it. It opens a survey as a preview in a new tab,
 * because showing the survey on this page would start the frequency caps that the panel explains.
 */

import { render } from 'preact';
import type { Scorelet } from '../../src/api/options.ts';
import { adoptStyles } from '../../src/browser/adoptStyles.ts';
import { listen } from '../../src/browser/listen.ts';
import { page } from '../../src/browser/page.ts';
import { onUrlChange } from '../../src/browser/urlChange.ts';
import type { DebugPanel } from '../../src/governance/governanceEnvironment.ts';
import type { EventName, ScoreletEvent } from '../../src/schema/index.ts';
import { ink } from '../../themes/ink.ts';
import { toRules } from '../../themes/palette.ts';
import styles from './debug.css';
import { EVENT_WORDS, type Happened, type PanelEnvironment, readQueue, toWho } from './findings.ts';
import { Panel, type Shown } from './Panel.tsx';
import { toReport } from './toReport.ts';

const MOST_EVENTS = 20;
/** The time within which several changes cause only one refresh of the panel. */
const SOON_MS = 100;
/** The time after which an event has been sent and its receipt has arrived. */
const SENT_MS = 2500;
/** The longest delay that `setTimeout` supports. */
const LONGEST_MS = 2 ** 31 - 1;

/** The open debug panels, by client. */
const open = new Map<Scorelet, DebugPanel>();

/** Opens the debug panel of a client, or closes it if it is open. */
export const togglePanel = (client: Scorelet, environment: PanelEnvironment): DebugPanel => {
  const opened = open.get(client);
  if (opened) {
    opened.close();
    return opened;
  }
  const { now, settings, mode } = environment;
  const host = page.createElement('scorelet-debug');
  host.dataset.colorScheme = settings.colorScheme ?? 'auto';
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, toRules(ink) + styles);
  /** The element that had the focus before the debug panel opened. */
  let focusBefore: HTMLElement | null = null;
  let shown: Shown = {
    mode,
    dir: 'ltr',
    explanations: undefined,
    who: [],
    queue: { waiting: 0, state: [], until: 0 },
    events: [],
    lookedAt: 0,
    text: '',
    said: '',
  };

  /** Returns true while this panel is open. Returns false also when the client has opened another panel since. */
  const isOpen = () => open.get(client) === panel;
  const draw = (more: Partial<Shown>) => {
    if (!isOpen()) return;
    shown = { ...shown, ...more, dir: getComputedStyle(page.documentElement).direction as Shown['dir'] };
    // When a page replaces its body, the panel is removed, so it is added again.
    if (!host.isConnected) (page.body ?? page.documentElement).append(host);
    render(Panel(shown, { onLook, onCopy, onClose: close, onShow }), root);
  };

  let looks = 0;
  let soon: ReturnType<typeof setTimeout>;
  let sent: ReturnType<typeof setTimeout>;
  let next: ReturnType<typeof setTimeout>;
  const look = async () => {
    const mine = ++looks;
    const explanations = await client.explain();
    // The result is ignored, because a newer refresh is running or the panel was closed.
    if (mine !== looks || !isOpen()) return;
    const queue = readQueue(environment);
    const lookedAt = now();
    draw({ explanations, queue, who: toWho(environment, explanations), lookedAt });
    // The next refresh is scheduled for the next known change, so the panel need not poll.
    const moments = explanations.flatMap(({ gates }) => gates.map(({ opensAt = 0 }) => opensAt));
    const due = Math.min(...[...moments, queue.until].filter((at) => at > lookedAt));
    clearTimeout(next);
    if (Number.isFinite(due)) next = setTimeout(look, Math.min(due - lookedAt + SOON_MS, LONGEST_MS));
  };
  const lookSoon = () => {
    clearTimeout(soon);
    if (isOpen()) soon = setTimeout(look, SOON_MS);
  };
  const onLook = () => {
    draw({ said: '', text: '' });
    void look();
  };

  const onCopy = async () => {
    const text = toReport(shown);
    try {
      await navigator.clipboard.writeText(text);
      draw({ said: 'Copied', text: '' });
    } catch {
      // The clipboard is not available on plain http, in some frames, or because of a permissions policy.
      draw({ said: 'Press Ctrl+C or ⌘C', text });
      const field = root.querySelector('textarea');
      field?.focus();
      field?.select();
    }
  };
  const onShow = (id: string) => void client.show(id, { force: true }).then(lookSoon);

  const hear = (name: EventName) => (event: ScoreletEvent) => {
    const { quality, survey } = event.data;
    const mark = [quality.preview && 'preview', quality.test && 'test'].filter(Boolean).join(', ');
    const happened: Happened = { name, survey: survey.id, at: new Date(event.time), mark };
    draw({ events: [happened, ...shown.events].slice(0, MOST_EVENTS) });
    lookSoon();
    clearTimeout(sent);
    sent = setTimeout(look, SENT_MS);
  };

  /** Notices prompts that close without an event. Prompts are children of the body, so only those are observed. */
  const prompts = new MutationObserver(lookSoon);
  if (page.body) prompts.observe(page.body, { childList: true });
  const stops = [
    ...(Object.keys(EVENT_WORDS) as EventName[]).map((name) => client.on(name, hear(name))),
    onUrlChange(lookSoon),
    // Closing a prompt after an answer emits no event. Clicks and keys open and close dialogs and move the focus between fields.
    listen(['visibilitychange', 'pageshow', 'storage', 'online', 'offline', 'click', 'keyup'], lookSoon),
    () => prompts.disconnect(),
  ];
  const close = () => {
    if (!isOpen()) return;
    open.delete(client);
    const inside = root.activeElement;
    for (const timer of [soon, sent, next]) clearTimeout(timer);
    for (const stop of stops) stop();
    host.remove();
    if (inside && focusBefore?.isConnected) focusBefore.focus();
  };
  const panel: DebugPanel = { look: lookSoon, close };
  open.set(client, panel);

  // Keys pressed in the panel must not trigger shortcuts of the page. The page would see them with the host element as their target.
  for (const name of ['keydown', 'keyup', 'keypress']) root.addEventListener(name, (event) => event.stopPropagation());
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') close();
  });
  root.addEventListener('focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget as HTMLElement | null;
    if (!root.contains(from)) focusBefore = from;
  });

  draw({});
  void look();
  return panel;
};
