/** The connection itself fails. */
export type ConnectionFault =
  /** The server goes away: this connection ends, new ones are refused; null: for good. */
  | { readonly kind: 'refuse'; readonly downMs: number | null }
  /** The connection is closed before any byte of an answer. */
  | { readonly kind: 'hang-up' }
  /** The connection stays open, and nothing comes. */
  | { readonly kind: 'stall' };

/** What the server can do to a connection. */
export interface ConnectionActions {
  readonly close: () => void;
  readonly goDown: (downMs: number | null) => void;
}

/** Breaks the connection as the fault says. */
export function breakConnection(fault: ConnectionFault, { close, goDown }: ConnectionActions): void {
  if (fault.kind === 'hang-up') close();
  if (fault.kind === 'refuse') goDown(fault.downMs);
}
