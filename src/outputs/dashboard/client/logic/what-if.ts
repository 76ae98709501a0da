import { type CutoffLabel, cutoffLabel, shownLabels } from '../../../../model/cutoff-state.ts';
import type { QualityProfile } from '../../../../model/quality-profile.ts';
import { cutoffState } from '../../../../scoring/cutoff-state.ts';
import { whatIfTexts } from './messages.ts';
import type { PageModel } from './page-model.ts';

/** What is tried on a profile; what is not named stays as it is. */
export interface Edits {
  readonly cutoff: number | null;
  readonly minimum: number | null;
  /** By name of the format. */
  readonly scores: ReadonlyMap<string, number>;
}

/** Nothing is tried. */
export const noEdits: Edits = { cutoff: null, minimum: null, scores: new Map() };

/** Whether anything is tried: a value put back is no edit. */
export function hasEdits({ cutoff, minimum, scores }: Edits): boolean {
  return cutoff !== null || minimum !== null || scores.size > 0;
}

/** What an edit makes of the files of a profile. */
export interface Tried {
  /** One a row: the score after. */
  readonly after: readonly number[];
  readonly moved: number;
  /** By label: now and after. */
  readonly states: readonly { readonly label: CutoffLabel; readonly now: number; readonly after: number }[];
  readonly crossing: readonly Crossing[];
}

/** A file whose state changes. */
export interface Crossing {
  /** Place of the file. */
  readonly at: number;
  readonly score: number;
  readonly now: CutoffLabel;
  readonly then: CutoffLabel;
}

/** Scores the rows again under the edits. Exact: the formats that match stay the same when only points are edited. */
export function tryEdits(model: PageModel, rows: readonly number[], edits: Edits): Tried {
  const profiles = new Map<QualityProfile, QualityProfile>();
  const counts = new Map(shownLabels.map((label) => [label, { now: 0, after: 0 }]));
  const after: number[] = [];
  const crossing: Crossing[] = [];
  let moved = 0;
  for (const at of rows) {
    const file = model.files[at];
    const now = model.labels[at];
    if (file === undefined || now === undefined) continue;
    const score = file.score + difference(file.formats, edits.scores);
    const profile = profiles.get(file.profile) ?? editProfile(file.profile, edits);
    profiles.set(file.profile, profile);
    const then = cutoffLabel(cutoffState(profile, { quality: file.quality, score }));
    after.push(score);
    if (score !== file.score) moved += 1;
    count(counts, now, 'now');
    count(counts, then, 'after');
    if (now !== then) crossing.push({ at, score, now, then });
  }
  const states = shownLabels.map((label) => ({ label, now: 0, after: 0, ...counts.get(label) }));
  return { after, moved, states, crossing };
}

/** What the edits add to a file: for each of its formats, the new points less the old. */
function difference(formats: PageModel['files'][number]['formats'], scores: Edits['scores']): number {
  if (scores.size === 0) return 0;
  let sum = 0;
  for (const { name, score } of formats) {
    const edited = scores.get(name);
    if (edited !== undefined) sum += edited - score;
  }
  return sum;
}

function editProfile(profile: QualityProfile, { cutoff, minimum }: Edits): QualityProfile {
  return {
    ...profile,
    cutoffFormatScore: cutoff ?? profile.cutoffFormatScore,
    minFormatScore: minimum ?? profile.minFormatScore,
  };
}

function count(
  counts: Map<CutoffLabel, { now: number; after: number }>,
  label: CutoffLabel,
  when: 'now' | 'after',
): void {
  const sum = counts.get(label);
  if (sum !== undefined) sum[when] += 1;
}

/** A slider: where it is, where it was, and how far it goes. */
export interface Slider {
  readonly now: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A slider around a value that is round at both ends and holds what is tried. */
export function sliderFor(now: number, around: number): Slider {
  const reach = Math.max(100, Math.abs(now), Math.abs(around)) * 1.5;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(reach)) - 2) * 5;
  const end = Math.ceil(reach / step) * step;
  return { now, min: -end, max: end, step };
}

/** The edits of one profile as a file for `arr-score simulate`; its first line says whom to simulate. */
export function editsAsYaml({ instances, profile, edits }: YamlQuestion): string {
  const lines = [
    ...(edits.minimum === null ? [] : [`    minimum: ${edits.minimum}`]),
    ...(edits.cutoff === null ? [] : [`    cutoff: ${edits.cutoff}`]),
    ...(edits.scores.size === 0 ? [] : ['    scores:']),
    ...[...edits.scores].map(([name, score]) => `      ${JSON.stringify(name)}: ${score}`),
  ];
  const whom = instances.map((instance) => (/^[\w./-]+$/.test(instance) ? instance : `"${instance}"`));
  const call = `# arr-score simulate edits.yaml ${whom.join(' ')}`;
  const caution = profile === '*' ? [whatIfTexts.everyProfile] : [];
  return [call, ...caution, 'profiles:', `  ${JSON.stringify(profile)}:`, ...lines, ''].join('\n');
}

/** Whose edits they are. */
export interface YamlQuestion {
  /** `radarr/main` */
  readonly instances: readonly string[];
  readonly profile: string;
  readonly edits: Edits;
}

/** What both sides of what-if know. */
export interface WhatIfProps {
  readonly profile: QualityProfile;
  readonly edits: Edits;
}
