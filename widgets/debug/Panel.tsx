import { h, type VNode } from 'preact';
import type { Explanation } from '../../src/api/options.ts';
import { toGateName, toReason } from '../../src/core/rules/gateWords.ts';
import { VERSION } from '../../src/core/session/version.ts';
import { EVENT_WORDS, type Fact, type Happened, type PanelEnvironment, type Queue } from './findings.ts';
import { toOpens, toValue, toWanted } from './gateFacts.ts';
import { toMoment, toTime } from './times.ts';
import { toVerdict } from './verdict.ts';

/** What the debug panel shows. */
export interface Shown {
  readonly mode: PanelEnvironment['mode'];
  /** The text direction of the page. */
  readonly dir: 'ltr' | 'rtl';
  /** The explanations of the surveys. Undefined until the first refresh of the panel has ended. */
  readonly explanations: readonly Explanation[] | undefined;
  readonly who: readonly Fact[];
  readonly queue: Queue;
  readonly events: readonly Happened[];
  readonly lookedAt: number;
  /** The report text, which the developer copies by hand when the page may not use the clipboard. */
  readonly text: string;
  /** The result of the last action, shown in the status line. */
  readonly said: string;
}

/** The actions of the debug panel's buttons. */
export interface PanelActions {
  onLook(): void;
  onCopy(): void;
  onClose(): void;
  onShow(id: string): void;
}

const Moment = (at: Date | number) => <time dateTime={new Date(at).toISOString()}>{toMoment(at)}</time>;

const Mark = (kind: string, says?: string) =>
  h('span', { class: `mark ${kind}` }, says && <span class="unseen">{says}</span>);

const Facts = (state: readonly Fact[]) => (
  <dl class="facts">
    {state.map(([name, ...is]) => (
      <div>
        <dt>{name}</dt>
        <dd>{is.map((part) => (typeof part === 'string' ? part : Moment(part)))}</dd>
      </div>
    ))}
  </dl>
);

const GateLine = (gate: Explanation['gates'][number]) => {
  const details = [
    [gate.gate === 'clock' ? 'last counted' : 'is', toValue(gate)],
    ['wanted', toWanted(gate)],
    ['opens', toOpens(gate)],
  ].filter(([, text]) => text);
  return (
    <li class={gate.open ? 'open' : 'closed'}>
      {Mark(gate.open ? 'open' : 'closed', gate.open ? 'Open: ' : 'Closed: ')}
      <div>
        <b>{toGateName(gate)}</b>
        <p>{toReason(gate)}</p>
        <p class="raw">
          {details.map(([name, text]) => (
            <span>
              {`${name} `}
              <code>{text}</code>
            </span>
          ))}
        </p>
      </div>
    </li>
  );
};

const Gates = (title: string, gates: Explanation['gates']) =>
  gates.length > 0 && (
    <div>
      <h3>{title}</h3>
      <ul>{gates.map(GateLine)}</ul>
    </div>
  );

/** A preview does not count as a display. When the page itself is not a preview, it opens in a new tab. */
const ShowIt = (id: string, mode: Shown['mode'], onShow: PanelActions['onShow']) => {
  if (mode === 'preview')
    return (
      <p key="here">
        <button type="button" class="show" onClick={() => onShow(id)}>
          Show a preview (nothing is sent)
        </button>
      </p>
    );
  const url = new URL(location.href);
  url.searchParams.set('scorelet-preview', id);
  return (
    <p key="tab">
      <a class="show" href={`${url}`} target="_blank" rel="noopener">
        Show a preview in a new tab (nothing is sent)
      </a>
    </p>
  );
};

const SurveyLine = (explanation: Explanation, mode: Shown['mode'], onShow: PanelActions['onShow']) => {
  const { survey, gates } = explanation;
  const { kind, text, others, opensAt, opens } = toVerdict(explanation);
  return (
    <details class="survey">
      <summary>
        {Mark(kind)}
        <span class="line">
          <b>{survey}</b>
          <span class="verdict">{text}</span>
          {others > 0 && <span class="when">{`and ${others} more reason${others === 1 ? '' : 's'}`}</span>}
          {(opensAt ?? opens) && (
            <span class="when">
              {'Earliest '}
              {opensAt === undefined ? <b>{opens}</b> : Moment(opensAt)}
            </span>
          )}
        </span>
      </summary>
      <div class="inside">
        {mode !== 'off' && gates[0]?.open && ShowIt(survey, mode, onShow)}
        {Gates(
          'Closed gates',
          gates.filter(({ open }) => !open),
        )}
        {Gates(
          'Open gates',
          gates.filter(({ gate, open }) => open && gate !== 'clock'),
        )}
        {Gates(
          'Open clocks: how often a respondent is asked',
          gates.filter(({ gate, open }) => open && gate === 'clock'),
        )}
      </div>
    </details>
  );
};

const Section = (title: string, sum: string, content: VNode) => (
  <details>
    <summary>
      <b>{title}</b>
      <span class="sum">{sum}</span>
    </summary>
    <div class="inside">{content}</div>
  </details>
);

const Events = (events: readonly Happened[]) =>
  events[0] ? (
    <ol key="some" class="events">
      {events.map(({ name, survey, at, mark }) => (
        <li>
          <time dateTime={at.toISOString()}>{toTime(at)}</time>
          <span>
            {`${EVENT_WORDS[name]} `}
            <b>{survey}</b>
            {mark && <span class="flag">{mark}</span>}
          </span>
        </li>
      ))}
    </ol>
  ) : (
    <p key="none">New events appear here, the newest first.</p>
  );

export const Panel = (shown: Shown, actions: PanelActions): VNode => {
  const { mode, dir, explanations, who, queue, events, lookedAt, text, said } = shown;
  const none = explanations?.length === 0;
  return (
    <section class="panel" aria-labelledby="title" dir={dir}>
      <div class="all" lang="en" dir="ltr">
        <header>
          <div>
            <h2 id="title">Why is a survey shown or not?</h2>
            <p class="aside">{`scorelet ${VERSION} · ${mode}${lookedAt ? ` · ${toTime(lookedAt)}` : ''}`}</p>
          </div>
          <button type="button" class="close" aria-label="Close" onClick={actions.onClose} />
        </header>
        <div class="scroll">
          {!explanations && <p class="aside empty">Loading …</p>}
          {none && <p class="aside empty">This page’s definition has no surveys.</p>}
          <div class="surveys">{(explanations ?? []).map((each) => SurveyLine(each, mode, actions.onShow))}</div>
          {Section('Who is asked', who[0]?.[1] === undefined ? '' : (`${who[0][1]}`.split(':')[0] ?? ''), Facts(who))}
          {Section('Waiting to be sent', queue.waiting === 0 ? 'nothing' : `${queue.waiting}`, Facts(queue.state))}
          {Section('Last events', events.length === 0 ? 'none yet' : `${events.length}`, Events(events))}
          {text && (
            <div class="copy">
              <label for="text">The page cannot use the clipboard. Copy this text by hand.</label>
              <textarea id="text" readOnly value={text} rows={6} />
            </div>
          )}
        </div>
        <footer>
          <button type="button" onClick={actions.onLook}>
            Refresh
          </button>
          <button type="button" onClick={actions.onCopy}>
            Copy as text
          </button>
          <p class="aside" role="status">
            {said}
          </p>
        </footer>
      </div>
    </section>
  );
};
