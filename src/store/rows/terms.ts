import { z } from 'zod';
import type { IndexerFlags } from '../../model/media-file.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';

type TermValue = FileQuality | IndexerFlags | Language | readonly Language[] | null;

/** What few distinct values say in many rows: each is stored once and known by its number. */
export interface Terms {
  readonly numberOf: (value: TermValue) => number;
  readonly quality: (term: number) => FileQuality;
  readonly languages: (term: number) => readonly Language[] | null;
  readonly language: (term: number) => Language | null;
  readonly flags: (term: number) => IndexerFlags;
  /** Values that were numbered since, as rows; they are then taken as stored. */
  readonly takeNew: () => readonly {
    readonly tenant: number;
    readonly term: number;
    readonly content: string;
  }[];
}

/** We wrote them ourselves: the types are told, not checked. */
const Quality = z.custom<FileQuality>();
const Languages = z.custom<readonly Language[] | null>();
const OneLanguage = z.custom<Language | null>();
const Flags = z.custom<IndexerFlags>();

/** All that are stored. */
export async function loadTerms(work: Work): Promise<Terms> {
  const rows = await work
    .selectFrom('term')
    .select(['term', 'content'])
    .where('tenant', '=', tenant)
    .execute();
  const numbers = new Map(rows.map(({ term, content }) => [content, term]));
  const values = new Map<number, unknown>(rows.map(({ term, content }) => [term, JSON.parse(content)]));
  let added: { tenant: number; term: number; content: string }[] = [];
  let next = Math.max(0, ...values.keys()) + 1;
  const numbered = (value: TermValue): number => {
    const content = JSON.stringify(value);
    const found = numbers.get(content);
    if (found !== undefined) return found;
    const term = next;
    next += 1;
    numbers.set(content, term);
    values.set(term, value);
    added.push({ tenant, term, content });
    return term;
  };
  // Files of a reading share these objects: few are ever written out to be compared.
  const known = new WeakMap<object, number>();
  return {
    numberOf: (value) => {
      const term = value === null ? numbered(null) : (known.get(value) ?? numbered(value));
      if (value !== null) known.set(value, term);
      return term;
    },
    quality: (term) => Quality.parse(values.get(term)),
    languages: (term) => Languages.parse(values.get(term)),
    language: (term) => OneLanguage.parse(values.get(term)),
    flags: (term) => Flags.parse(values.get(term)),
    takeNew: () => {
      const taken = added;
      added = [];
      return taken;
    },
  };
}
