import type { Gauge, Registry } from 'prom-client';
import { cutoffLabel, shownLabels } from '../model/cutoff-state.ts';
import { instanceKey } from '../model/instance.ts';
import type { LibraryFile, LibraryInstance } from '../model/library.ts';
import type { Report, Section } from '../model/report.ts';
import { cutoffState } from '../scoring/cutoff-state.ts';
import type { ReportOutput } from './output.ts';

/**
 * A text file for node_exporter's textfile collector. Labels are instances, profiles, states and names of figures:
 * a library of any size gives the same few hundred series.
 */
export const prometheus: ReportOutput = {
  kind: 'report',
  extension: 'prom',
  documents: (report) => [
    {
      part: '',
      rows: report.library.files.length,
      pieces: async function* pieces() {
        const registry = await registryOf(report);
        yield `${await registry.metrics()}\n`;
      },
    },
  ],
};

async function registryOf(report: Report): Promise<Registry> {
  // Loaded by who writes one: 20 MB.
  const prometheusClient = await import('prom-client');
  const registry = new prometheusClient.Registry();
  const gauge = gaugesOf(prometheusClient, registry);
  for (const instance of report.library.instances) {
    tellInstance(instance, gauge);
    tellProfiles(instance, report.library.files, gauge);
  }
  for (const section of report.sections) tellFigures(section, gauge);
  gauge.generated.set(report.generatedAt.getTime() / 1000);
  return registry;
}

function tellFigures({ name, blocks }: Section, gauge: Gauges): void {
  for (const block of blocks) {
    if (block.kind !== 'metric' || block.value === null) continue;
    gauge.figure.set({ section: name, figure: block.name, unit: block.unit }, block.value);
  }
}

type Gauges = ReturnType<typeof gaugesOf>;

function gaugesOf(client: Pick<typeof import('prom-client'), 'Gauge'>, registry: Registry) {
  const make = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ): Gauge<Label> =>
    new client.Gauge({ name: `arr_score_${name}`, help, labelNames: [...labelNames], registers: [registry] });
  const ofInstance = ['service', 'instance'] as const;
  const ofProfile = [...ofInstance, 'profile'] as const;
  return {
    generated: make('report_timestamp_seconds', 'When the report was made.', []),
    isRead: make('instance_read', 'Whether the newest try to read the instance succeeded.', ofInstance),
    readAt: make('instance_read_timestamp_seconds', 'When the instance was last read.', ofInstance),
    skipped: make('items_skipped', 'Items that could not be read while others could.', ofInstance),
    without: make('items_without_file', 'Items that have no file.', ofInstance),
    files: make('files', 'Files by profile and cutoff state.', [...ofProfile, 'state']),
    size: make('files_size_bytes', 'Size of the files of a profile.', ofProfile),
    score: make('score', 'Scores of the files of a profile; never comparable across profiles.', [
      ...ofProfile,
      'quantile',
    ]),
    figure: make('figure', 'A figure of an analysis.', ['section', 'figure', 'unit']),
  };
}

function tellInstance(one: LibraryInstance, gauge: Gauges): void {
  const labels = { service: one.instance.service, instance: one.instance.name };
  gauge.isRead.set(labels, one.failure === null ? 1 : 0);
  gauge.readAt.set(labels, one.readAt.getTime() / 1000);
  gauge.skipped.set(labels, one.skipped.length);
  gauge.without.set(labels, one.itemsWithoutFile);
}

const quantiles = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

function tellProfiles(
  { instance, rules }: LibraryInstance,
  files: readonly LibraryFile[],
  gauge: Gauges,
): void {
  const key = instanceKey(instance);
  const own = files.filter((file) => instanceKey({ service: file.service, name: file.instance }) === key);
  for (const { id, name } of rules.profiles) {
    const labels = { service: instance.service, instance: instance.name, profile: name };
    tellProfile(
      labels,
      own.filter(({ profile }) => profile.id === id),
      gauge,
    );
  }
}

type ProfileLabels = Readonly<Record<'service' | 'instance' | 'profile', string>>;

function tellProfile(labels: ProfileLabels, files: readonly LibraryFile[], gauge: Gauges): void {
  const size = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  gauge.size.set(labels, size);
  for (const state of shownLabels) {
    const count = files.filter((file) => cutoffLabel(cutoffState(file.profile, file)) === state).length;
    gauge.files.set({ ...labels, state }, count);
  }
  const scores = Float64Array.from(files, ({ score }) => score).sort();
  for (const quantile of quantiles) {
    const score = scores[Math.floor((scores.length - 1) * quantile)];
    if (score !== undefined) gauge.score.set({ ...labels, quantile: String(quantile) }, score);
  }
}
