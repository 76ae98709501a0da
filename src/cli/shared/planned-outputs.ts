import { resolve } from 'node:path';
import type { OutputConfig } from '../../config/config.ts';
import { AppError } from '../../lib/errors.ts';
import { checkFormats } from '../../pipeline/write-report.ts';

/** What the flags ask of every output; null and false: nothing, the configuration decides. */
export interface AskedOutput extends Omit<OutputConfig, 'output' | 'format' | 'name'> {
  readonly format: string | null;
  readonly name: string | null;
}

/** No flag is given: every output is as it is configured. */
export const nothingAsked: AskedOutput = {
  format: null,
  name: null,
  folder: null,
  latest: false,
  keep: null,
  redact: false,
  full: false,
};

/** One output of a run. */
export interface PlannedOutput {
  readonly formats: readonly string[];
  readonly folder: string;
  /** `arr-score-{date}` */
  readonly template: string;
  readonly latest: boolean;
  /** Days; null: all. */
  readonly keep: number | null;
  readonly redact: boolean;
  readonly full: boolean;
}

/** What is written where neither a flag nor the configuration says anything. */
const standard: OutputConfig = {
  output: 'report',
  format: 'dashboard,csv',
  name: 'arr-score-{date}',
  folder: null,
  latest: false,
  keep: null,
  redact: false,
  full: false,
};

/**
 * The outputs to write: each configured one, or the usual one, with what the flags say in place of it.
 *
 * @throws {AppError} code `config` for an unknown format, or when two outputs would write the same file
 */
export function planOutputs(
  configured: readonly OutputConfig[],
  asked: AskedOutput,
): readonly PlannedOutput[] {
  const outputs = configured.length === 0 ? [standard] : configured;
  const named = outputs.map((output) => ({ name: output.output, plan: planned(output, asked) }));
  const isConfigured = configured.length > 0 && asked.format === null;
  for (const { name, plan } of named) checkFormats(plan.formats, isConfigured ? `outputs.${name}: ` : '');
  checkPlaces(named);
  return named.map(({ plan }) => plan);
}

interface NamedPlan {
  readonly name: string;
  readonly plan: PlannedOutput;
}

/** @throws {AppError} code `config` when one output would replace what another has just written */
function checkPlaces(named: readonly NamedPlan[]): void {
  const owners = new Map<string, string>();
  const claims = named.flatMap(({ name, plan }) => placesOf(plan).map((place) => ({ name, place })));
  for (const { name, place } of claims) {
    const other = owners.get(place);
    if (other !== undefined) throw clash(name, other);
    owners.set(place, name);
  }
}

function planned(output: OutputConfig, asked: AskedOutput): PlannedOutput {
  const formats = (asked.format ?? output.format).split(',').map((format) => format.trim());
  return {
    formats: [...new Set(formats)],
    folder: asked.folder ?? output.folder ?? '.',
    template: asked.name ?? output.name,
    latest: asked.latest || output.latest,
    keep: asked.keep ?? output.keep,
    redact: asked.redact || output.redact,
    full: asked.full || output.full,
  };
}

/** What an output takes up: a file a format, and the link to it. */
function placesOf({ formats, folder, template, latest }: PlannedOutput): readonly string[] {
  const names = latest ? [template, 'latest'] : [template];
  return names.flatMap((name) => formats.map((format) => `${resolve(folder, name)}\0${format}`));
}

function clash(one: string, other: string): AppError {
  return new AppError(`outputs "${other}" and "${one}" would write the same file or link`, {
    code: 'config',
    hint: 'Give one of them another folder, name or format.',
  });
}
