import { z } from 'zod';
import { schemaVersion } from './file-schema.ts';
import { InstanceRecordShape } from './instance-schema.ts';
import type { RunRecord } from './records.ts';

const text = z.string();
const count = z.number();
const instant = z.iso.datetime().describe('ISO 8601, UTC');

const OutputShape = z
  .object({
    format: text.describe('csv, json, ndjson …'),
    file: text.describe('its name, without the folder'),
    rows: count.describe('files, after filter and limit'),
    bytes: count,
  })
  .readonly();

const SelectionShape = z
  .object({
    filter: text.nullable().describe('"redacted" where names may not be told'),
    sort: text.nullable(),
    limit: count.nullable(),
  })
  .readonly();

/** The published shape of what one run did. */
export const RunRecordShape: z.ZodType<RunRecord> = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    tool: z.object({ name: text, version: text }).readonly(),
    startedAt: instant,
    finishedAt: instant,
    exitCode: count.describe('0: all was read; 3: some instance or item could not be read'),
    redacted: z.boolean().describe('whether names are pseudonyms'),
    selection: SelectionShape.describe('which files the outputs hold'),
    outputs: z.array(OutputShape).readonly(),
    instances: z.array(InstanceRecordShape).readonly(),
  })
  .readonly();
