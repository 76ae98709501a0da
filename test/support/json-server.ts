import type { ServerResponse } from 'node:http';
import { aServer, type HttpServer } from './http-server.ts';

/** An answer that is not simply a value with status 200. */
export class SpecialAnswer {
  readonly status: number;
  readonly value: unknown;
  /** Half of it comes, then the connection is gone. */
  readonly isCutShort: boolean;

  constructor(only: { readonly status?: number; readonly value?: unknown; readonly isCutShort?: boolean }) {
    this.status = only.status ?? 200;
    this.value = only.value ?? {};
    this.isCutShort = only.isCutShort ?? false;
  }
}

/** Answers one after the other; the last of them from then on. */
export class InTurn {
  readonly answers: readonly JsonAnswer[];

  constructor(...answers: readonly JsonAnswer[]) {
    this.answers = answers;
  }
}

/** A value to answer with as JSON, or one of the above. */
export type JsonAnswer = unknown;

const empty: Readonly<Record<string, JsonAnswer>> = {
  '/api/v3/tag': [],
  '/api/v3/indexerflag': [],
  '/api/v3/customformat': [],
  '/api/v3/qualityprofile': [{ id: 1, name: 'Any', cutoff: 1, items: [], formatItems: [] }],
  '/api/v3/config/mediamanagement': {},
};

/** A server that says only what a test makes it say, by path without query; all else is 404. */
export function aJsonServer(answers: Readonly<Record<string, JsonAnswer>>): Promise<HttpServer> {
  const asked = new Map<string, number>();
  const all = { ...empty, ...answers };
  return aServer((request, response) => {
    const path = String(request.url).replace(/\?.*$/, '');
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    send(response, path in all ? answerTo(all[path], before) : new SpecialAnswer({ status: 404 }));
  });
}

function answerTo(answer: JsonAnswer, before: number): SpecialAnswer {
  if (answer instanceof InTurn) return answerTo(answer.answers[before] ?? answer.answers.at(-1), 0);
  return answer instanceof SpecialAnswer ? answer : new SpecialAnswer({ value: answer });
}

function send(response: ServerResponse, { status, value, isCutShort }: SpecialAnswer): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json' });
  if (!isCutShort) return void response.end(body);
  response.write(body.slice(0, -1), () => response.destroy());
}
