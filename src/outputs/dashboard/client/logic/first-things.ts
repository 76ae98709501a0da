import type { Finding, Section } from '../../../../model/report.ts';

/** A finding, with the page that says more. */
export interface FirstThing {
  readonly finding: Finding;
  readonly section: Section;
}

const weights = { high: 2, medium: 1, low: 0 } as const;

/** What helps most, first: by severity, then by how many are helped. */
export function firstThings(sections: readonly Section[], atMost: number): readonly FirstThing[] {
  const all = sections.flatMap((section) => section.findings.map((finding) => ({ finding, section })));
  return all
    .toSorted((a, b) => weights[b.finding.severity] - weights[a.finding.severity] || helped(b) - helped(a))
    .slice(0, atMost);
}

function helped({ finding }: FirstThing): number {
  return finding.count ?? 0;
}
