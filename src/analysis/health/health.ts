import { counted } from '../../lib/count.ts';
import type { MetricBlock } from '../../model/block.ts';
import type { Analysis } from '../analysis.ts';
import { metric } from '../shared/blocks.ts';
import { behind } from '../shared/conditions.ts';
import { type Grade, gradeOf } from '../shared/health-of.ts';
import { fewFiles } from '../shared/sums.ts';
import { gradedProfiles } from './graded-profiles.ts';
import { gradeWord, instancesTable, partsTable, profilesTable } from './health-tables.ts';
import { type Together, together } from './together.ts';

/** One verdict with its parts: on each profile by its own scale, on the library by the number of files. */
export const health: Analysis = {
  name: 'health',
  title: 'Health',
  subtitle: 'Of 100: 40 for the minimum, 30 for the scores, 30 for the quality',
  page: 'overview',
  place: 1,
  run: (index) => {
    const profiles = gradedProfiles(index);
    const whole = together(profiles.map(({ parts }) => parts));
    const few = profiles.filter(({ parts }) => parts.files < fewFiles);
    return {
      count: null,
      headline: whole === null ? null : headlineOf(whole),
      caveats: few.map(
        ({ group, parts }) =>
          `Few files: “${group.profile.name}” on ${group.address} has ${counted(parts.files, 'file')}.`,
      ),
      findings: [],
      blocks: [
        healthMetric(whole),
        partsTable(whole),
        profilesTable(index, profiles),
        instancesTable(profiles),
      ],
    };
  },
};

const tones: Readonly<Record<Grade, MetricBlock['tone']>> = {
  A: 'good',
  B: 'good',
  C: 'neutral',
  D: 'warning',
  E: 'bad',
};

function healthMetric(whole: Together | null): MetricBlock {
  const named = { name: 'health', title: 'Health', unit: 'index' } as const;
  if (whole === null) return metric({ ...named, value: null, note: 'there is no file' });
  const { files, health: value } = whole;
  const word = gradeWord(files, value);
  const note = files < fewFiles ? word : `grade ${word}`;
  return metric({ ...named, value, tone: tones[gradeOf(value)], note, files: behind([], files) });
}

function headlineOf({ files, health: value }: Together): string {
  const word = gradeWord(files, value);
  return `Health is ${Math.round(value)} of 100${files < fewFiles ? ', of few files' : `, grade ${word}`}.`;
}
