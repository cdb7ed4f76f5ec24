import { checkHistoryRequest, type HistoryRequest, MAX_FACTS, type ScoreletHistory } from '../schema/index.ts';
import { toProblem } from './problem.ts';
import { readBody } from './readBody.ts';
import type { EventStore } from './store.ts';

/** The maximum size of a history request. It fits an id of 500 characters, each written as a `\uXXXX` escape. */
const MAX_QUESTION_BYTES = 4_096;

/** Responds to a history request with the displays and answers of one respondent on all devices, oldest first. */
export const answerHistory = async (
  request: Request,
  historyOf: NonNullable<EventStore['historyOf']>,
  key: string | undefined,
): Promise<Response> => {
  let question: unknown;
  try {
    const body = await readBody(request, MAX_QUESTION_BYTES);
    if (body === undefined) {
      return toProblem(413, 'Content too large', `Expected a history request of at most ${MAX_QUESTION_BYTES} bytes.`);
    }
    question = JSON.parse(body);
  } catch {
    return toProblem(400, 'Bad request', 'Expected a body of JSON in UTF-8.');
  }
  const [issue] = checkHistoryRequest(question);
  if (issue) {
    const { path, expected, received } = issue;
    return toProblem(400, 'Bad request', `${path || 'The body'}: expected ${expected}, received ${received}`);
  }
  const { respondent, test = false } = question as HistoryRequest;
  const facts = await historyOf(respondent, { limit: MAX_FACTS, test, key });
  const answer: ScoreletHistory = { v: 1, facts: facts.slice(-MAX_FACTS) };
  return new Response(JSON.stringify(answer), { status: 200, headers: { 'Content-Type': 'application/json' } });
};
