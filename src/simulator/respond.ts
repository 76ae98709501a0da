import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type SimulatedAnswer, valueAnswer } from './answer.ts';
import type { Toil } from './cost.ts';
import { type EncodedAnswer, encodeAnswer, plainBytes } from './encode.ts';
import { spoilBody } from './faults/body-faults.ts';
import { breakConnection } from './faults/connection-faults.ts';
import { deliverBadly } from './faults/delivery-faults.ts';
import { isBodyFault, isConnectionFault, isDeliveryFault, isStatusFault } from './faults/families.ts';
import type { FaultEffect, FaultKind } from './faults/fault.ts';
import { type HugeFault, hugeBody } from './faults/huge-faults.ts';
import { redirectAnswer } from './faults/redirect-faults.ts';
import { failureAnswer } from './faults/status-faults.ts';
import { answerRequest, type ServerState, type SimulatedRequest } from './simulated-server.ts';

/** A request that came, and what became of it. */
export interface LoggedRequest {
  /** `radarr/main` */
  readonly instance: string;
  readonly method: string;
  /** With query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** null: no answer was begun. */
  readonly status: number | null;
  /** null: nothing went wrong on purpose. */
  readonly fault: FaultKind | null;
}

/** All requests so far, in order; each is entered before its answer is sent. */
export type RequestLog = LoggedRequest[];

/** One request with everything that is needed to answer it. */
export interface Call {
  readonly instance: string;
  readonly asked: SimulatedRequest;
  readonly state: ServerState;
  readonly fault: FaultEffect | null;
  readonly toil: Toil;
  readonly log: RequestLog;
  readonly response: ServerResponse;
  readonly goDown: (downMs: number | null) => void;
  /** Aborted when the simulator stops. */
  readonly signal: AbortSignal;
}

/** The request as the server sees it. */
export function readRequest({
  method = 'GET',
  url = '/',
  headersDistinct,
  rawHeaders,
}: IncomingMessage): SimulatedRequest {
  const headers = Object.entries(headersDistinct).map(([name, values]) => [name, values?.[0] ?? ''] as const);
  const headerBytes = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  const byName = Object.fromEntries(headers);
  return { method, target: url, host: byName['host'] ?? '', headers: byName, headerBytes };
}

/** Answers a request, rightly or as its fault says. */
export async function respond(call: Call): Promise<void> {
  const { fault, response, goDown, signal } = call;
  if (isConnectionFault(fault)) {
    enter(call, null);
    return breakConnection(fault, { close: () => response.destroy(), goDown });
  }
  if (fault?.kind === 'huge') return sendHuge(call, fault);
  const answer = answerInstead(call) ?? (await answerAfterToil(call));
  const encoded = encode(call, answer);
  if (isDeliveryFault(fault)) {
    enter(call, encoded.status);
    return deliverBadly(fault, { ...encoded, response, signal });
  }
  return send(call, isBodyFault(fault) ? spoilBody(fault, answer, encoded) : encoded);
}

function answerInstead({ fault, asked, state }: Call): SimulatedAnswer | null {
  if (isStatusFault(fault)) return failureAnswer(fault, state.service, asked.target);
  return fault?.kind === 'redirect' ? redirectAnswer(fault, asked.host, asked.target) : null;
}

async function answerAfterToil({ state, asked, toil, signal }: Call): Promise<SimulatedAnswer> {
  const answer = answerRequest(state, asked);
  await toil(answer.work, signal);
  return answer;
}

function enter({ log, instance, asked, fault }: Call, status: number | null): void {
  const { method, target, headers } = asked;
  log.push({ instance, method, target, headers, status, fault: fault?.kind ?? null });
}

function encode({ asked, state }: Call, answer: SimulatedAnswer): EncodedAnswer {
  const encoded = encodeAnswer(answer, asked.headers['accept-encoding'] ?? '');
  const version = answer.isVersioned ? { 'x-application-version': state.library.content.version } : {};
  const origin =
    answer.isVersioned && asked.headers['origin'] !== undefined ? { 'access-control-allow-origin': '*' } : {};
  return { ...encoded, headers: { server: 'Kestrel', ...encoded.headers, ...version, ...origin } };
}

/** JSON comes in chunks, as the servers send it; everything else with its length. */
function send(call: Call, { status, headers, bytes }: EncodedAnswer): void {
  const { response } = call;
  enter(call, status);
  const isJson = bytes.length > 0 && (headers['content-type'] ?? '').includes('json');
  const framing = isJson ? { 'transfer-encoding': 'chunked' } : lengthOf(status, bytes);
  response.writeHead(status, { ...headers, ...framing });
  response.end(bytes);
}

function lengthOf(status: number, bytes: Uint8Array): Readonly<Record<string, string>> {
  return status === 204 ? {} : { 'content-length': String(bytes.length) };
}

async function sendHuge(call: Call, fault: HugeFault): Promise<void> {
  const { asked, state, response } = call;
  const row = firstRow(plainBytes(answerRequest(state, asked).body));
  // As it is: to pack this much would keep the simulator busy, not the client.
  const { 'content-encoding': _, ...headers } = encode(call, valueAnswer(null)).headers;
  enter(call, 200);
  response.writeHead(200, { ...headers, 'transfer-encoding': 'chunked' });
  await pipeline(Readable.from(hugeBody(fault, row)), response).catch(() => undefined);
}

/** The first row of a list, or the answer where it is no list. */
function firstRow(bytes: Uint8Array): string {
  const answer: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  return JSON.stringify(first ?? {});
}
