/**
 * Checks and parses unknown values. The `check*` functions return a list of issues; the `parse*` functions return a typed value or throw.
 */
import * as z from 'zod/mini';
import { event, type ScoreletEvent } from './event.ts';
import { checkWith, toPath, toReceived, valueAt } from './explain.ts';
import { type HistoryRequest, history, historyRequest, type ScoreletHistory } from './history.ts';
import { SchemaError, type SchemaIssue } from './issue.ts';
import { nearest } from './nearest.ts';
import { clientSettings, type Options, options } from './options.ts';
import { questionByType } from './question.ts';
import { ruleIssue } from './ruleIssue.ts';
import { questionsSurvey, type Survey, survey, surveyByMetric } from './survey.ts';

type Path = readonly PropertyKey[];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: Record<string, unknown>, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);

/** Selects a schema by the value of `key` and checks only with that schema. This gives more precise paths than a union. */
const checkChoice = (
  schemas: Record<string, z.core.$ZodType>,
  key: string,
  value: Record<string, unknown>,
  at: Path,
): SchemaIssue[] => {
  const word = own(value, key);
  const schema = typeof word === 'string' && Object.hasOwn(schemas, word) ? schemas[word] : undefined;
  if (schema) return checkWith(schema, value, at);
  const words = Object.keys(schemas);
  return [
    {
      path: toPath([...at, key]),
      expected: words.map((valid) => JSON.stringify(valid)).join(' or '),
      received: toReceived(word),
      suggestion: typeof word === 'string' ? nearest(word, words) : undefined,
    },
  ];
};

const checkQuestions = (value: Record<string, unknown>, at: Path): SchemaIssue[] => {
  const { questions, ...rest } = value;
  if (!Array.isArray(questions)) return checkWith(questionsSurvey, value, at);
  // Checks each question by itself. Then checks the rest of the survey with valid placeholder questions.
  const outer = checkWith(questionsSurvey, { ...rest, questions: questions.map(() => ({ type: 'text' })) }, at);
  const inner = questions.flatMap((item: unknown, index) => {
    const path = [...at, 'questions', index];
    return isObject(item)
      ? checkChoice(questionByType, 'type', item, path)
      : [{ path: toPath(path), expected: 'a question', received: toReceived(item) }];
  });
  return [...outer, ...inner];
};

/** Returns the issues of a survey; an empty list when the survey is valid. The path of each issue starts with `at`. */
export const checkSurvey = (value: unknown, at: Path = []): SchemaIssue[] => {
  if (!isObject(value)) return [{ path: toPath(at), expected: 'a survey', received: toReceived(value) }];
  const long = own(value, 'questions') !== undefined;
  let issues: SchemaIssue[];
  if (long) issues = checkQuestions(value, at);
  else if (
    own(value, 'metric') === undefined &&
    !Object.keys(value).some((key) => nearest(key, ['metric', 'questions']))
  ) {
    issues = [
      { path: toPath([...at, 'metric']), expected: '"nps" or "csat" or "ces", or questions', received: 'nothing' },
    ];
  } else if (own(value, 'metric') === undefined) {
    issues = checkWith(surveyByMetric.nps, value, at).filter(({ path }) => path !== toPath([...at, 'metric']));
  } else issues = checkChoice(surveyByMetric, 'metric', value, at);
  if (issues.length > 0) return issues;
  if (!z.safeParse(survey, value).success) return checkWith(survey, value, at);
  const broken = ruleIssue(value as Survey);
  return broken
    ? [
        {
          path: toPath([...at, ...broken.path]),
          expected: broken.expected,
          received: toReceived(valueAt(value, broken.path)),
        },
      ]
    : [];
};

/** Returns the issues of a client's options, including its surveys; an empty list when the options are valid. */
export const checkOptions = (value: unknown): SchemaIssue[] => {
  if (!isObject(value)) return [{ path: '', expected: 'an object', received: toReceived(value) }];
  const { surveys, ...settings } = value;
  const issues = checkWith(clientSettings, settings);
  if (surveys === undefined) return issues;
  if (!Array.isArray(surveys))
    return [...issues, { path: 'surveys', expected: 'an array', received: toReceived(surveys) }];
  if (surveys.length > 50)
    issues.push({ path: 'surveys', expected: 'at most 50 items', received: `${surveys.length}` });
  const ids: unknown[] = [];
  surveys.slice(0, 50).forEach((item: unknown, index) => {
    issues.push(...checkSurvey(item, ['surveys', index]));
    const id = isObject(item) ? own(item, 'id') : undefined;
    if (id !== undefined && ids.includes(id)) {
      issues.push({ path: `surveys[${index}].id`, expected: 'a unique id', received: toReceived(id) });
    }
    ids.push(id);
  });
  return issues;
};

const parsed = <T>(what: string, schema: z.ZodMiniType<T>, value: unknown, issues: SchemaIssue[]): T => {
  if (issues.length > 0) throw new SchemaError(what, issues);
  return z.parse(schema, value);
};

/** Returns a typed copy of a survey. @throws SchemaError that lists every issue */
export const parseSurvey = (value: unknown): Survey => parsed('The survey', survey, value, checkSurvey(value));

/** Returns a typed copy of the options. @throws SchemaError that lists every issue */
export const parseOptions = (value: unknown): Options =>
  parsed('The options object', options, value, checkOptions(value));

/** Returns the issues of an event; an empty list when the event is valid. */
export const checkEvent = (value: unknown): SchemaIssue[] => checkWith(event, value);

/** Returns a typed copy of an event without unknown fields. @throws SchemaError that lists every issue */
export const parseEvent = (value: unknown): ScoreletEvent => parsed('The event', event, value, checkEvent(value));

/** Returns the issues of a history from a collector or from the `history` hook; an empty list when the history is valid. */
export const checkHistory = (value: unknown): SchemaIssue[] => checkWith(history, value);

/** Returns a typed copy of a history without unknown fields. @throws SchemaError that lists every issue */
export const parseHistory = (value: unknown): ScoreletHistory =>
  parsed('The history', history, value, checkHistory(value));

/** Returns the issues of a history request; an empty list when the request is valid. */
export const checkHistoryRequest = (value: unknown): SchemaIssue[] => checkWith(historyRequest, value);

/** Returns a typed copy of a history request. @throws SchemaError that lists every issue */
export const parseHistoryRequest = (value: unknown): HistoryRequest =>
  parsed('The question', historyRequest, value, checkHistoryRequest(value));
