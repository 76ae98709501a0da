import { count } from '../../lib/count.ts';
import type { Finding, Report, Section } from '../../model/report.ts';
import { blockText, metricsText } from './block-text.ts';
import { oneLine } from './words.ts';
import { wrap } from './wrap.ts';

/** How a report is drawn on a terminal. */
export interface ReportTextOptions {
  readonly width: number;
  readonly isWhole: boolean;
  /** Only this block of each section; null is all of them. */
  readonly block: string | null;
}

const rowsAtMost = 10;

/** A section: what it says, what cannot be told, its figures, then its blocks; long tables are cut. */
export function sectionText(section: Section, { width, isWhole, block }: ReportTextOptions): string {
  const { name, title, headline, caveats, blocks } = section;
  const chosen = blocks.filter((one) => block === null || one.name === block);
  const metrics = chosen.filter((one) => one.kind === 'metric');
  const parts = chosen.flatMap((one) => {
    if (one.kind === 'metric') return [];
    const command = `arr-score analyze ${name}/${one.name}`;
    return [['', ...blockText(one, { width, rowsAtMost: isWhole ? null : rowsAtMost, command })]];
  });
  const lines = [
    title,
    ...(headline === null ? [] : wrap(oneLine(headline), width)),
    ...caveats.flatMap((caveat) => wrap(oneLine(caveat), width, ['! ', '  '])),
    ...(metrics.length === 0 ? [] : ['', ...metricsText(metrics)]),
    ...parts.flat(),
  ];
  return `${lines.join('\n')}\n`;
}

const findingsAtMost = 8;
const nameWidth = 22;
const weights = { high: 0, medium: 1, low: 2 } as const;

/** The short form of all sections: what to do first, then one line each. */
export function digestText({ sections }: Report, width: number): string {
  const findings = sections.flatMap((section) => section.findings).toSorted(byHelp);
  const shown = findings.slice(0, findingsAtMost);
  const more = findings.length - shown.length;
  const lines = [
    'Do first',
    ...(shown.length === 0
      ? ['  Nothing has to be mended']
      : shown.flatMap((one) => findingText(one, width))),
    ...(more > 0 ? [`  … ${count(more)} more: arr-score analyze rule-lint --all`] : []),
    '',
    ...sections.flatMap((section) => lineOf(section, width)),
    '',
    'More of each: arr-score analyze NAME',
  ];
  return `${lines.join('\n')}\n`;
}

function byHelp(a: Finding, b: Finding): number {
  return weights[a.severity] - weights[b.severity] || (b.count ?? 0) - (a.count ?? 0);
}

function findingText(
  { severity, title, place, why, mend, count: helped, counted }: Finding,
  width: number,
): readonly string[] {
  const amount = helped === null ? '' : `, ${count(helped)} ${counted}`;
  const sign = severity === 'high' ? '!' : '·';
  return [
    ...wrap(oneLine(`${title}: ${place}${amount}`), width, [`  ${sign} `, '    ']),
    ...wrap(oneLine(why), width, ['    ', '    ']),
    ...wrap(oneLine(mend), width, ['    → ', '      ']),
  ];
}

function lineOf({ name, headline }: Section, width: number): readonly string[] {
  return headline === null
    ? []
    : wrap(oneLine(headline), width, [name.padEnd(nameWidth), ' '.repeat(nameWidth)]);
}
