import { createNumbering, createNumberingBy, type Numbering } from '../../lib/numbering.ts';
import { createPackedLists, type PackedLists } from '../../lib/packed-lists.ts';
import type { Cause, ChangeKind, Replacement } from '../change.ts';
import type { AttributeEdit } from '../changes/attributes.ts';
import type { HistoryEventKind } from '../history-event.ts';
import type { FormatHit } from '../media-file.ts';
import type { FileQuality } from '../quality.ts';
import { type Slot, slotKey } from '../slot.ts';

/** What many changes and events have in common: each is held once. */
export interface SharedParts {
  readonly slots: Numbering<Slot>;
  readonly moments: Numbering<Date>;
  readonly texts: Numbering<string>;
  /** By identity, as hits and lists: who makes them shares them. */
  readonly qualities: Numbering<FileQuality>;
  readonly hitLists: PackedLists<FormatHit>;
  readonly formatIds: PackedLists<number>;
  readonly replacements: Numbering<Replacement>;
  readonly attributes: Numbering<readonly AttributeEdit[]>;
  readonly causes: Numbering<readonly Cause[]>;
  readonly changeKinds: Numbering<ChangeKind>;
  readonly eventKinds: Numbering<HistoryEventKind>;
  /** Forgets what was seen, for when no more comes: what was numbered can still be told. */
  readonly close: () => void;
}

/** None yet. */
export function createSharedParts(): SharedParts {
  const hits = createNumbering<FormatHit>();
  const parts = {
    slots: createNumberingBy((slot: Slot) => `${slotKey(slot)} ${slot.year} ${slot.title}`),
    moments: createNumberingBy((moment: Date) => moment.getTime()),
    texts: createNumbering<string>(),
    qualities: createNumbering<FileQuality>(),
    replacements: createNumberingBy(contentOf<Replacement>),
    attributes: createNumberingBy(contentOf<readonly AttributeEdit[]>),
    causes: createNumberingBy(contentOf<readonly Cause[]>),
    changeKinds: createNumbering<ChangeKind>(),
    eventKinds: createNumbering<HistoryEventKind>(),
  };
  return {
    ...parts,
    hitLists: createPackedLists(hits),
    formatIds: createPackedLists({ numberOf: (id: number) => id, at: (id) => id }),
    close: () => {
      for (const part of [hits, ...Object.values(parts)]) part.close();
    },
  };
}

function contentOf<T extends object>(value: T): string {
  return JSON.stringify(value);
}
