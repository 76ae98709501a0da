/** The answer is far larger than anything a server should send. */
export type HugeFault = {
  readonly kind: 'huge';
  /**
   * `array`: the first row of the right answer over and over; `string`: one row whose title does not end;
   * `tags`: ever more rows `{id, label}`; a million of them are 37 MB.
   */
  readonly shape: 'array' | 'string' | 'tags';
  /** The size of the body, unpacked; at least. */
  readonly bytes: number;
};

const pieceBytes = 262_144;

/** The body in pieces, each made when it is taken. @param row  the first row of the right answer, as JSON */
export function* hugeBody({ shape, bytes }: HugeFault, row: string): Generator<string> {
  if (shape === 'string') yield* hugeString(bytes);
  else yield* hugeArray(bytes, shape === 'array' ? () => row : (id) => `{"id":${id},"label":"tag-${id}"}`);
}

function* hugeString(bytes: number): Generator<string> {
  yield '[{"id":1,"title":"';
  for (let left = bytes; left > 0; left -= pieceBytes) yield 'a'.repeat(Math.min(left, pieceBytes));
  yield '"}]';
}

function* hugeArray(bytes: number, rowOf: (id: number) => string): Generator<string> {
  let sent = 0;
  let piece = '[';
  for (let id = 1; sent + piece.length < bytes; id += 1) {
    piece += `${id === 1 ? '' : ','}${rowOf(id)}`;
    if (piece.length < pieceBytes) continue;
    yield piece;
    sent += piece.length;
    piece = '';
  }
  yield `${piece}]`;
}
