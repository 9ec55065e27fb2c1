import { z } from 'zod';
import { identifier, list } from '../reading/lenient.ts';
import { asObject } from '../reading/tool-marks.ts';

/** What somebody answered to a question, or a model suggested. */
export interface Answer {
  readonly question: string;
  readonly value: unknown;
  readonly user: string | undefined;
}

interface Answers {
  readonly people: readonly Answer[];
  readonly models: readonly Answer[];
}

/** Answers that a person has given up are none. */
const response = z.looseObject({ value: z.unknown().optional(), user_id: identifier, status: identifier });
const suggestion = z.looseObject({ value: z.unknown().optional(), agent: identifier });

/** The answers of a record: under `responses` and `suggestions`, or flat under the names of the questions. */
export function answersIn(record: Readonly<Record<string, unknown>>): Answers {
  const entries = (value: unknown) => Object.entries(asObject(value) ?? {});
  const people = entries(record.responses).flatMap(([question, all]) => responses(question, list.parse(all)));
  const models = entries(record.suggestions).flatMap(([question, one]) => suggestions(question, one));
  const keys = Object.keys(record);
  const flat = keys.flatMap((key) => [...flatResponses(record, key), ...bareResponses(record, key)]);
  const suggested = keys.flatMap((key) => flatSuggestion(record, key));
  return { people: [...people, ...flat], models: [...models, ...suggested] };
}

function responses(question: string, all: readonly unknown[]): Answer[] {
  return all.flatMap((one) => {
    const { data } = response.safeParse(one);
    if (!data || data.status === 'discarded') return [];
    return [{ question, value: data.value, user: data.user_id }];
  });
}

function suggestions(question: string, one: unknown): Answer[] {
  const { data } = suggestion.safeParse(one);
  return data ? [{ question, value: data.value, user: data.agent }] : [];
}

/** `spans.responses` is a list of answers; `spans.responses.users` and `.status` say whose they are, in the same order. */
function flatResponses(record: Readonly<Record<string, unknown>>, key: string): Answer[] {
  const [, question] = /^(.+)\.responses$/.exec(key) ?? [];
  if (question === undefined) return [];
  const users = list.parse(record[`${key}.users`]);
  const states = list.parse(record[`${key}.status`]);
  return list
    .parse(record[key])
    .flatMap((value, at) =>
      states[at] === 'discarded' ? [] : [{ question, value, user: identifier.parse(users[at]) }],
    );
}

/** Argilla 1 keeps the answers to a question under its name. */
export function isBareResponses(value: unknown): boolean {
  const [first]: unknown[] = list.parse(value);
  const answer = asObject(first);
  return answer !== undefined && 'value' in answer && 'user_id' in answer && 'status' in answer;
}

function bareResponses(record: Readonly<Record<string, unknown>>, key: string): Answer[] {
  return isBareResponses(record[key]) ? responses(key, list.parse(record[key])) : [];
}

function flatSuggestion(record: Readonly<Record<string, unknown>>, key: string): Answer[] {
  const [, question] = /^(.+)[.-]suggestion$/.exec(key) ?? [];
  const value = record[key];
  if (question === undefined || value === null) return [];
  return [{ question, value, user: identifier.parse(record[`${key}.agent`]) }];
}
