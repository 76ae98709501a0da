import type { ServerResponse } from 'node:http';
import { unreachable } from '../../lib/errors.ts';
import { pause } from '../pause.ts';

/** The right answer does not arrive as a whole, or slowly. Shares are of the bytes of its body. */
export type DeliveryFault =
  /** The connection is reset in the middle. */
  | { readonly kind: 'reset'; readonly atShare: number }
  /** Nothing more comes after the middle, and the connection stays open. */
  | { readonly kind: 'stall-in-body'; readonly atShare: number }
  /** The connection ends in the middle: less than the length announced, or no last chunk. */
  | { readonly kind: 'truncate'; readonly atShare: number; readonly framing: 'length' | 'chunked' }
  /** The body comes in small pieces. */
  | { readonly kind: 'drip'; readonly pieceBytes: number; readonly everyMs: number };

/** What to send, over which answer; headers are not sent yet. */
export interface Delivery {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Aborted when the simulator stops. */
  readonly signal: AbortSignal;
}

/** Sends an answer badly. */
export async function deliverBadly(fault: DeliveryFault, delivery: Delivery): Promise<void> {
  switch (fault.kind) {
    case 'drip':
      return drip(delivery, fault.pieceBytes, fault.everyMs);
    case 'reset':
      await sendStart(delivery, fault.atShare, 'chunked');
      delivery.response.socket?.resetAndDestroy();
      return;
    case 'truncate':
      await sendStart(delivery, fault.atShare, fault.framing);
      delivery.response.socket?.end();
      return;
    case 'stall-in-body':
      return sendStart(delivery, fault.atShare, 'chunked');
    default:
      return unreachable(fault);
  }
}

/** Long enough for the start to reach the client before what follows. */
const settleMs = 20;

async function sendStart(delivery: Delivery, share: number, framing: 'length' | 'chunked'): Promise<void> {
  const { response, status, headers, bytes, signal } = delivery;
  const frame =
    framing === 'length' ? { 'content-length': String(bytes.length) } : { 'transfer-encoding': framing };
  response.writeHead(status, { ...headers, ...frame });
  response.flushHeaders();
  response.write(bytes.subarray(0, Math.floor(bytes.length * share)));
  await pause(settleMs, signal);
}

async function drip({ response, ...delivery }: Delivery, pieceBytes: number, everyMs: number): Promise<void> {
  const { status, headers, bytes, signal } = delivery;
  response.writeHead(status, { ...headers, 'transfer-encoding': 'chunked' });
  for (let at = 0; at < bytes.length && !response.destroyed && !signal.aborted; at += pieceBytes) {
    response.write(bytes.subarray(at, at + pieceBytes));
    await pause(everyMs, signal);
  }
  response.end();
}
