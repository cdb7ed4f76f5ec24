import { type ComponentChildren, h } from 'preact';
import { useId } from 'preact/hooks';
import { GROUPS, PERIODS } from '../collector/filterWords.ts';
import type { Choice, Report } from '../collector/report.ts';
import { formatCount } from './format.ts';

/** Called with changed filters by name. An empty value removes a filter. */
export type OnFilter = (changes: Readonly<Record<string, string>>) => void;

const GROUP_NAMES: Readonly<Record<string, string>> = {
  touchpoint: 'Touchpoint',
  stage: 'Journey stage',
  channel: 'Channel',
  locale: 'Locale',
  variant: 'Experiment variant',
  presentation: 'Presentation',
  style: 'Scale style',
};
export const toGroupName = (group: string): string => GROUP_NAMES[group] ?? group;

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

const Field = ({ label, children }: { label: string; children: (id: string) => ComponentChildren }) => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
};

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onSelect: (value: string) => void;
}

export const Select = ({ label, value, options, onSelect }: SelectProps) => (
  <Field label={label}>
    {(id) => (
      <select id={id} value={value} onChange={(event) => onSelect(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Creates the options of a select. Includes the current value even when no response has it. */
const toOptions = (choices: readonly Choice[], chosen: string) => {
  const known = choices.map(({ value, responses }) => [value, `${value} (${formatCount(responses)})`] as const);
  const missing = chosen && !choices.some(({ value }) => value === chosen) ? [[chosen, chosen] as const] : [];
  return [['', 'All'] as const, ...known, ...missing];
};

/** The form with all filters. A change applies immediately and is stored in the address. */
export const FiltersForm = ({
  query,
  report,
  onFilter,
}: {
  query: string;
  report: Report | null;
  onFilter: OnFilter;
}) => {
  const given = new URLSearchParams(query);
  const filterOf = (name: string, preset = '') => given.get(name) ?? preset;
  const zone = filterOf('tz', 'UTC');
  const zones = [...new Set([zone, 'UTC', ...TIME_ZONES])];
  const date = (name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          value={filterOf(name)}
          min={name === 'to' ? filterOf('from') : undefined}
          max={name === 'from' ? filterOf('to') : undefined}
          onChange={(event) => onFilter({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Select
        label="Survey"
        value={filterOf('survey')}
        options={toOptions(report?.surveys ?? [], filterOf('survey'))}
        onSelect={(survey) => onFilter({ survey })}
      />
      <Select
        label="Touchpoint"
        value={filterOf('touchpoint')}
        options={toOptions(report?.touchpoints ?? [], filterOf('touchpoint'))}
        onSelect={(touchpoint) => onFilter({ touchpoint })}
      />
      {date('from', 'From')}
      {date('to', 'To')}
      <Select
        label="Trend by"
        value={filterOf('period', 'week')}
        options={PERIODS.map((period) => [period, `${period.charAt(0).toUpperCase()}${period.slice(1)}`] as const)}
        onSelect={(period) => onFilter({ period })}
      />
      <Select
        label="Group by"
        value={filterOf('group', 'touchpoint')}
        options={GROUPS.map((group) => [group, toGroupName(group)] as const)}
        onSelect={(group) => onFilter({ group })}
      />
      <Select
        label="Time zone"
        value={zone}
        options={zones.map((name) => [name, name.replaceAll('_', ' ')] as const)}
        onSelect={(tz) => onFilter({ tz })}
      />
    </form>
  );
};
