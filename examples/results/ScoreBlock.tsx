import { h } from 'preact';
import type { Filters } from '../collector/filters.ts';
import type { Block } from '../collector/report.ts';
import { Distribution } from './Distribution.tsx';
import {
  formatCount,
  formatInterval,
  formatPercent,
  formatUnit,
  plural,
  toMethodName,
  toMetricName,
  toScoreNote,
} from './format.ts';
import { GroupTable } from './GroupTable.tsx';
import { IntervalRuler } from './IntervalRuler.tsx';
import { ResolutionTable } from './ResolutionTable.tsx';
import { TrendFigure } from './TrendFigure.tsx';

const Score = ({ block }: { block: Block }) => {
  const { score, policy, unit, instrument, mean, n } = block;
  if (policy === 'none') return <p class="verdict">No answers yet</p>;
  if (!score) {
    return (
      <div>
        <p class="verdict">{n === 1 ? 'One answer' : `${n} answers`}</p>
        <p class="muted">A score needs at least five answers. The answers are listed below.</p>
      </div>
    );
  }
  const interval = formatInterval(score, unit);
  return (
    <div>
      <p class="figure">
        <span class="number">{formatUnit(score.estimate, unit)}</span>
        {policy === 'few' && <span class="tag">Few answers</span>}
      </p>
      <p class="muted">{toScoreNote(block)}</p>
      <IntervalRuler score={score} unit={unit} instrument={instrument} />
      <p class="facts">
        {interval ? (
          <span>
            <strong>{interval}</strong> {formatPercent(100 * score.level)} interval, {toMethodName(score)}
          </span>
        ) : (
          <span>No interval: the answers are all the same</span>
        )}
        {mean && unit !== 'scale' && block.name !== 'nps' && (
          <span>
            <strong>{formatUnit(mean.estimate, 'scale')}</strong> mean of {instrument.min}–{instrument.max}
            {mean.interval ? `, ${formatInterval(mean, 'scale')}` : ''}
          </span>
        )}
      </p>
    </div>
  );
};

const Asked = ({ block }: { block: Block }) => {
  const { n, responseRate, viewed, isLater } = block;
  const rate = responseRate && viewed >= n ? responseRate : null;
  return (
    <p class="facts">
      <span>
        <strong>
          {formatCount(n)} of {formatCount(Math.max(viewed, n))}
        </strong>{' '}
        people {isLater ? 'who saw the survey answered this later question' : 'who were asked answered'}
      </span>
      {rate && (
        <span>
          <strong>{formatPercent(rate.estimate)}</strong> response rate, {formatInterval(rate, 'percent')}
        </span>
      )}
    </p>
  );
};

const STYLES: Readonly<Record<string, string>> = {
  number: 'numbers',
  label: 'labels',
  star: 'stars',
  emoji: 'faces',
  thumb: 'thumbs',
};

/** Lists the styles of the scale, or returns an empty text when all displays used numbers. */
const toStyles = (styles: readonly string[]): string =>
  styles.some((style) => style !== 'number') ? `, ${styles.map((style) => STYLES[style] ?? style).join(' and ')}` : '';

const Wordings = ({ block }: { block: Block }) => {
  const [, ...others] = block.wordings;
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{block.wordings.length} wordings</summary>
      <ul class="plain-list">
        {block.wordings.map(({ title, low, high, locale, answers }) => (
          <li key={JSON.stringify([title, low, high, locale])}>
            <span lang={locale}>{title}</span>{' '}
            <span class="muted">
              {block.instrument.min} “{low}”, {block.instrument.max} “{high}”, {locale},{' '}
              {plural(answers, 'answer', 'answers')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Shows the score, distribution, trend and groups of the answers to one instrument. */
export const ScoreBlock = ({ block, filters, id }: { block: Block; filters: Filters; id: string }) => {
  const [wording] = block.wordings;
  const { instrument, surveys, scopes, styles, question } = block;
  return (
    <section class="block" aria-labelledby={id}>
      <p class="kicker">
        <span>{toMetricName(block.metric)}</span>
        <span>
          {instrument.variant === block.metric ? '' : `${instrument.variant}, `}
          {instrument.min}–{instrument.max}
          {toStyles(styles)}
        </span>
        <span>{surveys.join(', ')}</span>
        {question !== null && <span>question {question}</span>}
        {scopes.length > 0 && <span>{scopes.join(' and ')}</span>}
      </p>
      <h2 id={id} lang={wording?.locale}>
        {wording?.title ?? toMetricName(block.metric)}
      </h2>
      <Wordings block={block} />
      <div class="columns">
        <div>
          <Score block={block} />
          <Asked block={block} />
        </div>
        <Distribution block={block} />
      </div>
      <TrendFigure block={block} period={filters.period} />
      <div class="columns">
        <GroupTable block={block} group={filters.group} />
        {block.resolution && <ResolutionTable block={block} rows={block.resolution} />}
      </div>
    </section>
  );
};
