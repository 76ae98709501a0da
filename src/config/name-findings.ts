import type { Place } from './problem.ts';
import type { Finding } from './setting.ts';

/** Instances of one service whose names a variable could not tell apart: equal but for case, `_` and `-`. */
export function nameFindings(
  blocks: readonly { readonly path: readonly string[]; readonly place: Place }[],
): readonly Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { path, place } of blocks.filter((block) => block.path.length === 2)) {
    const plain = path.join('/').toUpperCase().replaceAll(/[- ]/g, '_');
    const other = first.get(plain);
    if (other === undefined) {
      first.set(plain, path.slice(1).join(''));
    } else {
      const message = `this name and "${other}" differ only in case, "_" and "-"`;
      findings.push({ path, message, hint: 'Rename one', place, meant: null });
    }
  }
  return findings;
}
