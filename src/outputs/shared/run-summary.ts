import type { InstanceResult } from '../output.ts';
import { schemaVersion } from './file-schema.ts';
import { instanceRecord } from './instance-record.ts';
import type { RunRecord } from './records.ts';

/** What is told of one run; redacted or not is the caller's doing, for `instances` too. */
export interface Run {
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly exitCode: number;
  readonly isRedacted: boolean;
  readonly selection: RunSelection;
  readonly outputs: readonly WrittenOutput[];
  /** As configured. */
  readonly instances: readonly InstanceResult[];
}

/** Which files were asked for; null where a flag was not given. */
export interface RunSelection {
  readonly filter: string | null;
  readonly sort: string | null;
  readonly limit: number | null;
}

/** One output that is complete. */
export interface WrittenOutput {
  readonly format: string;
  /** Its name, without the folder. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The content of the `.run.json` beside the outputs. A filter can hold names: a redacted run does not tell it. */
export function runSummary(run: Run): RunRecord {
  const { filter, sort, limit } = run.selection;
  return {
    schemaVersion,
    tool: { name: run.tool.name, version: run.tool.version },
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt.toISOString(),
    exitCode: run.exitCode,
    redacted: run.isRedacted,
    selection: { filter: run.isRedacted && filter !== null ? 'redacted' : filter, sort, limit },
    outputs: run.outputs.map(({ format, file, rows, bytes }) => ({ format, file, rows, bytes })),
    instances: run.instances.map(instanceRecord),
  };
}
