import { z } from 'zod';
import { FileRecordShape, schemaVersion } from './file-schema.ts';
import { InstanceRecordShape } from './instance-schema.ts';
import { RunRecordShape } from './run-schema.ts';

const ExportShape = z.object({
  schemaVersion: z.literal(schemaVersion),
  generatedAt: z.iso.datetime().describe('ISO 8601, UTC'),
  files: z.array(FileRecordShape),
  instances: z.array(InstanceRecordShape).describe('what was and was not read'),
});

/** The published JSON Schemas (draft 2020-12) as text, by file name. They allow keys that a later version adds. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return {
    'files.schema.json': schemaText(FileRecordShape, 'A file: one line of NDJSON'),
    'export.schema.json': schemaText(ExportShape, 'The JSON output'),
    'run.schema.json': schemaText(RunRecordShape, 'What one run did: the .run.json beside the outputs'),
  };
}

function schemaText(shape: z.ZodType, title: string): string {
  // `input` leaves out additionalProperties: false, which a reader of version 1 must not insist on.
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input', override: simplify });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** Our types are read-only, for a document that says nothing; a time's format says what its pattern repeats. */
function simplify({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}
