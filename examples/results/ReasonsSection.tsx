import { h } from 'preact';
import { SEGMENTS } from '../collector/filterWords.ts';
import type { Reason, Reasons, Report } from '../collector/report.ts';
import { Bar } from './Bar.tsx';
import { type OnFilter, Select } from './FiltersForm.tsx';
import { formatCount, formatInterval, formatPercent, formatTime, plural, toSegmentsName } from './format.ts';

/** Selects a segment. Limits both reasons and comments to responses of this segment. */
export const SegmentSelect = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => (
  <Select
    label="From"
    value={report.filters.segment ?? ''}
    options={[['', 'All respondents'], ...SEGMENTS.map((segment) => [segment, toSegmentsName(segment)] as const)]}
    onSelect={(segment) => onFilter({ segment })}
  />
);

const Option = ({ option, question }: { option: Reason; question: Reasons }) => {
  const [label = option.id, ...others] = option.labels;
  const { answers, share } = option;
  const { n, wordings } = question;
  return (
    <tr>
      <th scope="row">
        <span lang={wordings[0]?.locale} dir="auto">
          {label}
        </span>
        {others.length > 0 && <span class="aside">also “{others.join('”, “')}”</span>}
        <Bar share={answers / n} />
      </th>
      <td class="number-cell">{formatCount(answers)}</td>
      {share && (
        <td class="number-cell">
          {formatPercent(share.estimate)}
          <span class="aside">{formatInterval(share, 'percent')}</span>
        </td>
      )}
    </tr>
  );
};

const Others = ({ question, timeZone }: { question: Reasons; timeZone: string }) => {
  const { others, otherCount } = question;
  if (otherCount === 0) return null;
  return (
    <div>
      <h4>Answers under “Other”</h4>
      <ul class="others">
        {others.map(({ text, time, segment }, index) => (
          <li key={`${time} ${index}`}>
            <blockquote dir="auto">{text}</blockquote>
            <p class="meta">
              <time dateTime={time}>{formatTime(time, timeZone)}</time>
              {segment && <span>{segment}</span>}
            </p>
          </li>
        ))}
      </ul>
      {otherCount > others.length && (
        <p class="muted">
          {formatCount(others.length)} of {formatCount(otherCount)}; the export has all of them.
        </p>
      )}
    </div>
  );
};

const Question = ({ question, id, timeZone }: { question: Reasons; id: string; timeZone: string }) => {
  const { survey, version, n, policy, multiple, wordings, options } = question;
  const [wording] = wordings;
  return (
    <section class="reasons" aria-labelledby={id}>
      <p class="kicker">
        <span>{survey}</span>
        <span>version {version}</span>
        <span>question {question.question}</span>
      </p>
      <h3 id={id} lang={wording?.locale} dir="auto">
        {wording?.title}
      </h3>
      <p class="facts">
        <span>
          <strong>{plural(n, 'person', 'people')}</strong> answered.{' '}
          {multiple ? 'Multiple choice: shares can add up to more than 100%.' : 'Single choice.'}
        </span>
        {policy === 'counts' && <span>Shares need at least five answers.</span>}
        {policy === 'few' && <span>Few answers: note the wide intervals.</span>}
      </p>
      {wordings.length > 1 && (
        <details>
          <summary>{wordings.length} wordings</summary>
          <ul class="plain-list">
            {wordings.map(({ title, locale, answers }) => (
              <li key={JSON.stringify([title, locale])}>
                <span lang={locale}>{title}</span>{' '}
                <span class="muted">
                  {locale}, {plural(answers, 'answer', 'answers')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="columns">
        <div class="scroll">
          <table class="options">
            <caption class="hidden">Reasons by how many chose them</caption>
            <thead>
              <tr>
                <th scope="col">Reason</th>
                <th scope="col" class="number-cell">
                  People
                </th>
                {policy !== 'counts' && (
                  <th scope="col" class="number-cell">
                    Share of {formatCount(n)}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {options.map((option) => (
                <Option key={option.id} option={option} question={question} />
              ))}
            </tbody>
          </table>
        </div>
        <Others question={question} timeZone={timeZone} />
      </div>
    </section>
  );
};

/** Shows the answers to choice questions, each below the wording of its question. */
export const ReasonsSection = ({ report, onFilter }: { report: Report; onFilter: OnFilter }) => {
  const { reasons, filters } = report;
  return (
    <section aria-labelledby="reasons">
      <div class="section-head">
        <h2 id="reasons">Reasons</h2>
        <SegmentSelect report={report} onFilter={onFilter} />
      </div>
      {reasons.length === 0 && <p class="muted">No respondent in this segment chose a reason.</p>}
      {reasons.map((question, index) => (
        <Question
          key={JSON.stringify([question.survey, question.version, question.question, question.multiple])}
          question={question}
          id={`reasons-${index}`}
          timeZone={filters.timeZone}
        />
      ))}
    </section>
  );
};
