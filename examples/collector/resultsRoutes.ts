import { type Context, Hono } from 'hono';
import { toProblem } from '../../src/collector/problem.ts';
import { toCsv } from './csv.ts';
import type { Database } from './database.ts';
import { EXPORT_COLUMNS, readExport } from './exportRows.ts';
import { FilterError, type Filters, parseFilters } from './filters.ts';
import { readResults } from './results.ts';
import { toFileResponse } from './staticFile.ts';
import type { TickStreams } from './tickStreams.ts';

interface ResultsRoutesOptions {
  database: Database;
  streams: TickStreams;
  /** The folder of the built results page. */
  resultsDir: string;
}

const fileName = ({ from, to }: Filters, ending: string) =>
  `scorelet-answers${from ? `-from-${from}` : ''}${to ? `-to-${to}` : ''}.${ending}`;

const toDownload = (body: string, type: string, name: string) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });

/** Creates the routes that show answers: the results page, its data, the exports, and the stream of new commits. */
export const createResultsRoutes = ({ database, streams, resultsDir }: ResultsRoutesOptions): Hono => {
  const routes = new Hono();
  const filtersOf = (context: Context) => parseFilters(new URL(context.req.url).searchParams);

  routes.get('/api/results', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json(await readResults(database, filtersOf(context)));
  });
  routes.get('/api/export.csv', async (context) => {
    const filters = filtersOf(context);
    const csv = toCsv(EXPORT_COLUMNS, await readExport(database, filters));
    return toDownload(csv, 'text/csv; charset=utf-8; header=present', fileName(filters, 'csv'));
  });
  routes.get('/api/export.json', async (context) => {
    const filters = filtersOf(context);
    const json = JSON.stringify(await readExport(database, filters));
    return toDownload(json, 'application/json; charset=utf-8', fileName(filters, 'json'));
  });
  routes.get('/api/stream', () => streams.open());

  const page = async (context: Context, name: string) =>
    (await toFileResponse(context.req.raw, resultsDir, name, { 'Cache-Control': 'no-cache' })) ?? context.notFound();
  routes.get('/results', (context) => page(context, 'index.html'));
  routes.get('/results/:name', (context) => page(context, context.req.param('name') ?? ''));

  routes.onError((error) => {
    if (error instanceof FilterError) return toProblem(400, 'Bad request', error.message);
    throw error;
  });
  return routes;
};
