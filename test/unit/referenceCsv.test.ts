import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv, toCsvCell } from '../../examples/collector/csv.ts';
import { type Database, openDatabase } from '../../examples/collector/database.ts';
import { createEventStore } from '../../examples/collector/eventStore.ts';
import { EXPORT_COLUMNS, readExport } from '../../examples/collector/exportRows.ts';
import { parseFilters } from '../../examples/collector/filters.ts';
import { wholeResponse } from './referenceEvents.ts';

describe('a CSV cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['', ''],
    [null, ''],
    [0, '0'],
    [-5, '-5'],
    [0.25, '0.25'],
    [false, 'false'],
    [['a', 'b'], 'a; b'],
    [['=1+1', 'say "no"'], '"\'=1+1; say ""no"""'],
    [[], ''],
  ])('with the value %j is written as %j', (cell, written) => {
    expect(toCsvCell(cell)).toBe(written);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['+cmd', "'+cmd"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['＝1', "'＝1"],
    ['-5+cmd', "'-5+cmd"],
  ])('with the value %j cannot run as a formula', (cell, written) => {
    expect(toCsvCell(cell)).toBe(written);
  });

  it.each(['-5', '+5', '-0.5', '-1,5'])('with the number %j is written unchanged', (cell) => {
    expect(toCsvCell(cell).replaceAll('"', '')).toBe(cell);
  });
});

it('a CSV table starts with a byte order mark and ends each row with CRLF', () => {
  expect(toCsv(['a', 'b'], [{ b: 'x', a: 1 }, { a: null }])).toBe('\ufeffa,b\r\n1,x\r\n,\r\n');
});

describe('the CSV export', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  }, 60_000);
  afterAll(() => database.close());

  it('has one row for each answer, with derived values and the time in the chosen time zone', async () => {
    const facts = {
      response: 'r1',
      variant: 'ces1' as const,
      at: '2026-03-10T23:30:00Z',
      context: {
        touchpoint: { id: 'helpdesk', journeyStage: 'loyalty', intent: 'refund' },
        resolution: { team: '=cmd', timeToResolutionMs: 5_400_000, firstContact: true },
      },
    };
    await createEventStore(database).add(wholeResponse([2, '@all, thanks'], facts));
    const rows = await readExport(database, parseFilters(new URLSearchParams('tz=Europe/Berlin')));
    expect(rows).toHaveLength(2);
    const score = rows.find(({ kind }) => kind === 'score');
    const comment = rows.find(({ kind }) => kind === 'text');
    expect(score).toMatchObject({
      metric: 'ces',
      polarity: 'lower_is_better',
      score: 2,
      normalized: 0.75,
      segment: 'easy',
      answered_at_local: '2026-03-11T00:30:00',
      touchpoint_id: 'helpdesk',
      intent: 'refund',
      time_to_resolution_ms: 5_400_000,
      first_contact: true,
      respondent_id: 'person-r1',
      decided_by: 'completed',
      consent: 'granted',
    });
    expect(comment).toMatchObject({ kind: 'text', text: '@all, thanks', score: null, segment: null });
    expect(Object.keys(score ?? {}).sort()).toEqual([...EXPORT_COLUMNS].sort());
    const csv = toCsv(EXPORT_COLUMNS, rows);
    expect(csv).toContain('"\'@all, thanks"');
    expect(csv).toContain(",'=cmd,");
  });

  it('contains choices, e-mail addresses and consents, escaped for spreadsheets', async () => {
    await database.query('delete from events');
    const chosen = {
      choices: [
        { id: 'price', label: '=HYPERLINK("http://x")' },
        { id: 'other', label: 'Other' },
      ],
      other: '+cmd',
      multiple: true,
    };
    const store = createEventStore(database);
    await store.add(
      wholeResponse([2, chosen, { email: '@sum@example.org' }, { given: true }], { response: 'r1', variant: 'ces2' }),
    );
    await store.add(wholeResponse([2, { email: 'no@example.org' }], { response: 'r2', variant: 'ces2' }));
    const rows = await readExport(database, parseFilters(new URLSearchParams()));
    expect(rows.map(({ kind, question_type }) => [kind, question_type])).toEqual([
      ['score', 'ces'],
      ['choice', 'choice'],
      ['email', 'email'],
      ['consent', 'consent'],
      ['score', 'ces'],
      ['email', 'email'],
    ]);
    const none = {
      choice_ids: null,
      choice_labels: null,
      choice_other: null,
      choice_multiple: null,
      email: null,
      consent_given: null,
    };
    expect(rows[0]).toMatchObject(none);
    expect(rows[1]).toMatchObject({
      ...none,
      title: 'What was difficult?',
      choice_ids: ['price', 'other'],
      choice_labels: ['=HYPERLINK("http://x")', 'Other'],
      choice_other: '+cmd',
      choice_multiple: true,
    });
    expect(rows[2]).toMatchObject({ ...none, email: '@sum@example.org', consent_given: true });
    expect(rows[3]).toMatchObject({ ...none, consent_given: true });
    expect(rows[5]).toMatchObject({ ...none, email: 'no@example.org', consent_given: false });
    const csv = toCsv(EXPORT_COLUMNS, rows);
    expect(csv).toContain('price; other,"\'=HYPERLINK(""http://x""); Other",\'+cmd,true,');
    expect(csv).toContain(",'@sum@example.org,true,");
    expect(csv.match(/(^|[,\n])[=+@]/g)).toBeNull();
  });
});
