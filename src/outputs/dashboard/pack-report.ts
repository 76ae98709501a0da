import type { LibraryInstance } from '../../model/library.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Report } from '../../model/report.ts';
import type { ReportContext } from '../output.ts';
import { cutSections } from './cut-sections.ts';
import { createInterner } from './interner.ts';
import { packFiles } from './pack-files.ts';
import { namedFiles, packHistory } from './pack-history.ts';
import { packItems } from './pack-items.ts';
import type { InstancePacking, ReportPacking } from './packing.ts';

/** A report as the page holds it; `unpackReport` in the page is its inverse. */
export function packReport(
  { library, generatedAt, sections }: Report,
  { version, isRedacted, isFull }: Pick<ReportContext, 'version' | 'isRedacted' | 'isFull'>,
): ReportPacking {
  const profiles = createInterner<QualityProfile>();
  for (const { rules } of library.instances) rules.profiles.forEach(profiles.place);
  const items = packItems(
    library.files,
    library.instances.map(({ instance }) => instance),
  );
  const kept = cutSections(sections, isFull);
  return {
    packing: 1,
    version,
    generatedAt,
    takenAt: library.takenAt,
    isRedacted,
    isFull,
    instances: library.instances.map(withoutItems),
    items: items.columns,
    files: packFiles(library.files, { itemAt: items.at, profiles }),
    profiles: profiles.values,
    ...packHistory(library, isFull ? null : namedFiles(kept.sections)),
    ruleChanges: library.ruleChanges,
    days: library.days,
    ...kept,
  };
}

/** Items are columns of their own. */
function withoutItems(instance: LibraryInstance): InstancePacking {
  const { instance: name, server, externalUrl, rules, itemsWithoutFile } = instance;
  const { firstReadAt, readAt, failure, triedAt, skipped, historySince } = instance;
  return {
    ...{ instance: name, server, externalUrl, rules, itemsWithoutFile },
    ...{ firstReadAt, readAt, failure, triedAt, skipped, historySince },
  };
}
