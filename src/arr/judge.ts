import { z } from 'zod';
import type { ArrFailure } from '../model/arr-failure.ts';

/** An answer that is not a success, as far as it is needed to say why. */
export interface Refusal {
  readonly url: string;
  /** From the url base on, with query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  /** The first part of the body. */
  readonly text: string;
}

/** Source: servarr.md 1.5, 1.6 and chapter 12. */
export function judgeRefusal(refusal: Refusal): ArrFailure {
  const { url, status } = refusal;
  if (status === 401) return { kind: 'unauthorised', url };
  if (status === 403) return { kind: 'forbidden', url };
  const problem = problemIn(refusal);
  if (status === 404) return judgeAbsence(refusal, problem);
  if (status === 503 && /starting up/i.test(refusal.text)) return { kind: 'starting', url };
  if (status === 500 && /database is locked/i.test(refusal.text)) return { kind: 'busy', url };
  if (status === 500 && problem !== null && !isHtml(refusal)) return { kind: 'list-broken', url, problem };
  return { kind: 'status', url, status, problem };
}

/** A web page where JSON belongs: something else listens there, or the url base is missing. */
export function isHtml({ contentType, text }: Pick<Refusal, 'contentType' | 'text'>): boolean {
  return /html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text);
}

/** What the sentence about a web page says. */
export const webPage = 'it answered with a web page';

/** A redirect that is not followed. Source: servarr.md 1.3. */
export function judgeRedirect(url: string, location: string): ArrFailure {
  const target = URL.parse(location, url);
  if (target === null) return { kind: 'not-an-arr', url, problem: 'it redirects to nowhere' };
  if (/\/login\/?$/i.test(target.pathname)) {
    return { kind: 'not-an-arr', url, problem: 'it asks for a login page' };
  }
  return { kind: 'url-base', url, location: `${target.origin}${target.pathname}` };
}

/** The servers answer 404 for an item that was deleted, for a chunk with a bad row and for an unknown path. */
function judgeAbsence(refusal: Refusal, problem: string | null): ArrFailure {
  const { url, path } = refusal;
  if (isHtml(refusal)) return { kind: 'not-an-arr', url, problem: webPage };
  if (/(\/\d+|[iI]ds?=\d+)(&|$)/.test(path)) return { kind: 'gone', url };
  return { kind: 'status', url, status: 404, problem };
}

const Told = z.object({
  message: z.string().optional(),
  errorMessage: z.string().optional(),
  title: z.string().optional(),
});

const Failed = z.array(z.object({ errorMessage: z.string() })).min(1);

/** The first line of what the server says, without the stack below it; null when it says nothing. */
function problemIn(refusal: Refusal): string | null {
  if (isHtml(refusal)) return webPage;
  const parsed = parseOrNull(refusal.text);
  const told = Told.safeParse(parsed);
  const failed = Failed.safeParse(parsed);
  const { message, errorMessage, title } = told.success ? told.data : {};
  const said =
    message ?? errorMessage ?? title ?? (failed.success ? failed.data[0]?.errorMessage : undefined);
  return said === undefined || said.trim() === '' ? null : firstLine(said);
}

const longestLine = 200;

function firstLine(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0] ?? '';
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
