import { unreachable } from '../../lib/errors.ts';
import type { Service } from '../../model/service.ts';
import { exceptionAnswer, outerAnswer, type SimulatedAnswer } from '../answer.ts';
import type { RecordedAnswer } from '../recorded-answer.ts';
import { startingAnswer } from '../simulated-server.ts';

/** The server, or something in front of it, answers with a failure. */
export type StatusFault =
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'forbidden' }
  /** `retryAfter`: seconds, or a date as HTTP writes it; null: no such header. */
  | { readonly kind: 'too-many-requests'; readonly retryAfter: string | null }
  /** 500 with the words of a busy database. */
  | { readonly kind: 'locked' }
  /** 503 as the servers answer while they start. */
  | { readonly kind: 'starting' }
  /** A page of a proxy that does not reach the server. */
  | { readonly kind: 'proxy'; readonly status: 502 | 503 | 504 }
  | { readonly kind: 'uri-too-long' }
  /** Any status with an exception as the servers send it. */
  | { readonly kind: 'exception'; readonly status: number; readonly message: string }
  /** An answer that was recorded, as it was recorded. */
  | { readonly kind: 'replay'; readonly answer: RecordedAnswer };

/** The answer that comes instead of the right one. */
export function failureAnswer(fault: StatusFault, service: Service, path: string): SimulatedAnswer {
  switch (fault.kind) {
    case 'unauthorised':
      return outerAnswer(401);
    case 'forbidden':
      return outerAnswer(403);
    case 'too-many-requests':
      return outerAnswer(429, fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter });
    case 'locked':
      return exceptionAnswer(500, 'database is locked\ndatabase is locked');
    case 'starting':
      return startingAnswer(service, /\/(api|feed)\//.test(path));
    case 'proxy':
      return proxyPage(fault.status);
    case 'uri-too-long':
      return outerAnswer(414);
    case 'exception':
      return exceptionAnswer(fault.status, fault.message);
    case 'replay':
      return replayed(fault.answer);
    default:
      return unreachable(fault);
  }
}

const reasons = {
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
} as const;

function proxyPage(status: 502 | 503 | 504): SimulatedAnswer {
  const title = `${status} ${reasons[status]}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>\r\n`;
  return { ...outerAnswer(status, { 'content-type': 'text/html', server: 'nginx' }), body };
}

/** Headers that belong to one connection are made anew. */
const hopHeaders = ['transfer-encoding', 'content-length', 'date', 'connection', 'keep-alive'];

function replayed({ status, headers, body }: RecordedAnswer): SimulatedAnswer {
  const kept = Object.entries(headers).filter(([name]) => !hopHeaders.includes(name));
  return { status, headers: Object.fromEntries(kept), body, work: null, isVersioned: false };
}
