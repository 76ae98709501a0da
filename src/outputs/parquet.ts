import type { ColumnSource } from 'hyparquet-writer';
import { type Series, valuesIn } from '../lib/series.ts';
import type { Change } from '../model/change.ts';
import { slotKey } from '../model/slot.ts';
import type { ReportDocument, ReportOutput } from './output.ts';
import { type FileColumn, fileColumns } from './shared/file-columns.ts';

/** Files and changes as typed columns, compressed with snappy. */
export const parquet: ReportOutput = {
  kind: 'report',
  extension: 'parquet',
  documents: ({ library }) => [
    table('', library.files, fileColumns),
    table('changes', library.changes, changeColumns),
  ],
};

/** A column of any rows. */
interface Column<Row> {
  readonly key: string;
  readonly type: FileColumn['type'];
  readonly of: (row: Row) => string | number | boolean | Date | null;
}

const changeColumns: readonly Column<Change>[] = [
  { key: 'slot', type: 'text', of: ({ slot }) => slotKey(slot) },
  { key: 'service', type: 'text', of: ({ slot }) => slot.instance.service },
  { key: 'instance', type: 'text', of: ({ slot }) => slot.instance.name },
  { key: 'title', type: 'text', of: ({ slot }) => slot.title },
  { key: 'year', type: 'whole', of: ({ slot }) => slot.year || null },
  { key: 'season', type: 'whole', of: ({ slot }) => slot.episode?.season ?? null },
  { key: 'episode', type: 'whole', of: ({ slot }) => slot.episode?.number ?? null },
  { key: 'at', type: 'date', of: ({ at }) => at },
  { key: 'since', type: 'date', of: ({ since }) => since },
  { key: 'kind', type: 'text', of: ({ kind }) => kind },
  { key: 'score_before', type: 'whole', of: ({ before }) => before?.score ?? null },
  { key: 'score_after', type: 'whole', of: ({ after }) => after?.score ?? null },
  { key: 'quality_before', type: 'text', of: ({ before }) => before?.quality.name ?? null },
  { key: 'quality_after', type: 'text', of: ({ after }) => after?.quality.name ?? null },
  { key: 'size_bytes_before', type: 'whole', of: ({ before }) => before?.sizeBytes ?? null },
  { key: 'size_bytes_after', type: 'whole', of: ({ after }) => after?.sizeBytes ?? null },
  {
    key: 'causes',
    type: 'text',
    of: ({ causes }) =>
      causes.map(({ kind, points }) => `${kind} (${points > 0 ? '+' : ''}${points})`).join('; '),
  },
];

/** Rows that are turned into columns together: memory grows with these, not with the library. */
const groupSize = 20_000;

function table<Row>(part: string, rows: Series<Row>, columns: readonly Column<Row>[]): ReportDocument {
  return {
    part,
    rows: rows.length,
    pieces: async function* pieces() {
      // Loaded by who writes one: 17 MB.
      const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
      const writer = new ByteWriter();
      const schema = schemaFromColumnData({ columnData: columns.map((column) => columnOf(column, [])) });
      const file = new ParquetWriter({ writer, schema, codec: 'SNAPPY' });
      for (let from = 0; from < Math.max(1, rows.length); from += groupSize) {
        const some = valuesIn(rows, from, from + groupSize);
        await file.write({
          columnData: columns.map((column) => columnOf(column, some)),
          rowGroupSize: groupSize,
        });
      }
      await file.finish();
      yield new Uint8Array(writer.getBuffer());
    },
  };
}

const types = { text: 'STRING', whole: 'INT64', flag: 'BOOLEAN', date: 'TIMESTAMP' } as const;

function columnOf<Row>({ key, type, of }: Column<Row>, rows: readonly Row[]): ColumnSource {
  return { name: key, type: types[type], nullable: true, data: rows.map((row) => parquetValue(of(row))) };
}

/** INT64 is written from big integers. */
function parquetValue(
  value: string | number | boolean | Date | null,
): string | bigint | boolean | Date | null {
  return typeof value === 'number' ? BigInt(Math.round(value)) : value;
}
