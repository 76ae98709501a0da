import { z } from 'zod';
import { services } from '../../model/service.ts';
import type { InstanceRecord } from './records.ts';

const text = z.string();
const count = z.number();
const instant = z.iso.datetime().describe('ISO 8601, UTC');
const name = { service: z.enum(services), name: text };

const FailureShape = z
  .object({
    kind: text.describe('unreachable, timeout, unauthorised …'),
    message: text.describe('what happened and where'),
    hint: text.describe('what to do about it'),
  })
  .readonly();

const SkippedShape = z.object({ itemId: count, title: text, failure: FailureShape }).readonly();

const OddityShape = z
  .object({
    kind: z.enum(['extra-file', 'missing-file', 'sum-differs', 'rules-moved', 'rules-unchecked']),
    itemId: count.nullable(),
    title: text.nullable(),
    fileId: count.nullable(),
    message: text,
  })
  .readonly();

const ReadShape = z
  .object({
    ...name,
    ok: z.literal(true),
    server: z.object({ appName: text, version: text }).readonly(),
    startedAt: instant,
    finishedAt: instant,
    items: count,
    files: count.describe('read; outputs may hold fewer, after filter and limit'),
    itemsWithoutFile: count,
    repairedTexts: count.describe('texts in which a broken character was replaced by U+FFFD'),
    skipped: z.array(SkippedShape).readonly().describe('items that could not be read'),
    oddities: z.array(OddityShape).readonly().describe('what was read and should not be'),
  })
  .readonly();

const FailedShape = z.object({ ...name, ok: z.literal(false), failure: FailureShape }).readonly();

/** The published shape of what was and was not read of one instance. */
export const InstanceRecordShape: z.ZodType<InstanceRecord> = z.union([ReadShape, FailedShape]);
