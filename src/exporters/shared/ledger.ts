import { unreachable } from '../../lib/errors.ts';
import type { ArrFailure } from '../../model/arr-failure.ts';
import type { Item, Items } from '../../model/item.ts';
import type { MediaFile } from '../../model/media-file.ts';
import type { Oddity, SkippedItem } from '../../model/reading.ts';
import type { Service } from '../../model/service.ts';
import type { ItemsRead, ReadRequest } from '../exporter.ts';
import { createFileBuilder, type FileBuilder, type FileOwner } from './file-builder.ts';
import type { CommonFile } from './file-shape.ts';
import type { Labels } from './labels.ts';
import type { FailedIds } from './read-in-chunks.ts';

/** What was learned of one item. */
export type Entry =
  | { readonly kind: 'file'; readonly row: CommonFile; readonly owner: Omit<FileOwner, 'profile'> }
  | { readonly kind: 'odd'; readonly oddity: Oddity }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'failed'; readonly itemId: number; readonly failure: ArrFailure };

/** Keeps the books of one reading: what was handed on, what is missing, what is odd. */
export interface Ledger {
  /** All of one call at once, so that a call that fails half-way leaves nothing behind. */
  readonly enter: (entries: readonly Entry[], itemsDone: number) => void;
  /** Every item of the failed ids becomes a skipped one. */
  readonly close: (failed: readonly FailedIds[]) => ItemsRead;
}

/** What a ledger needs to know of its reading. */
export interface LedgerStart {
  readonly service: Service;
  readonly request: ReadRequest;
  readonly labels: Labels;
  readonly items: Items;
}

interface Books {
  readonly skipped: SkippedItem[];
  readonly oddities: Oddity[];
  itemsDone: number;
  itemsWithoutFile: number;
  files: number;
}

/** An empty ledger; reports at once how many items there are. */
export function createLedger({ service, request, labels, items }: LedgerStart): Ledger {
  const { instance, rules } = request;
  const builder = createFileBuilder({ instance, service, profiles: rules.profiles, labels });
  const books: Books = { skipped: [], oddities: [], itemsDone: 0, itemsWithoutFile: 0, files: 0 };
  const report = (itemsDone: number): void => {
    books.itemsDone += itemsDone;
    request.progress({ itemsTotal: items.size, itemsDone: books.itemsDone, files: books.files });
  };
  const skip = (itemId: number, failure: ArrFailure): void => {
    books.skipped.push({ itemId, title: items.get(itemId)?.title ?? '', failure });
  };
  report(0);
  return {
    enter: (entries, itemsDone) => {
      const files = entries.flatMap((entry) => post(entry, { books, builder, skip }));
      books.files += files.length;
      if (files.length > 0) request.take(files);
      report(itemsDone);
    },
    close: (failed) => {
      for (const { ids, failure } of failed) for (const id of ids) skip(id, failure);
      report(failed.reduce((count, { ids }) => count + ids.length, 0));
      const { skipped, oddities, itemsWithoutFile } = books;
      return { items, itemsWithoutFile, skipped: skipped.toSorted((a, b) => a.itemId - b.itemId), oddities };
    },
  };
}

interface Posting {
  readonly books: Books;
  readonly builder: FileBuilder;
  readonly skip: (itemId: number, failure: ArrFailure) => void;
}

/** Books one entry; gives the file where it is one. */
function post(entry: Entry, { books, builder, skip }: Posting): readonly MediaFile[] {
  switch (entry.kind) {
    case 'file': {
      const { item } = entry.owner;
      const profile = builder.profileOf(item);
      if (profile !== null) return [builder.build(entry.row, { ...entry.owner, profile })];
      skip(item.id, unknownProfile(item));
      return [];
    }
    case 'odd':
      books.oddities.push(entry.oddity);
      return [];
    case 'no-file':
      books.itemsWithoutFile += 1;
      return [];
    case 'failed':
      skip(entry.itemId, entry.failure);
      return [];
    default:
      return unreachable(entry);
  }
}

function unknownProfile({ profileId }: Item): ArrFailure {
  const problem = `its quality profile ${profileId} is not in the server's list of profiles`;
  return { kind: 'body', url: '/api/v3/qualityprofile', problem };
}
