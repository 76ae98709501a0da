import type { Specification } from '../model/custom-format.ts';

/** A field that holds a number; the guide's files sometimes write it as text. null where there is none. */
export function numberField({ fields }: Specification, name: string): number | null {
  const value = fields[name] ?? null;
  if (value === null || typeof value === 'boolean' || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A field that holds a text; null where there is none. */
export function textField({ fields }: Specification, name: string): string | null {
  const value = fields[name] ?? null;
  return value === null ? null : String(value);
}

/** A field that holds a claim; older servers leave it out, then it is false. */
export function claimField({ fields }: Specification, name: string): boolean {
  const value = fields[name] ?? false;
  return value === true || value === 'true';
}

/** The two ends of a size condition in bytes, rounded half to even as the servers do. Source: servarr.md 5.4.8. */
export function sizeLimits(specification: Specification): readonly [minBytes: number, maxBytes: number] {
  const limit = (name: string): number => gibibytes(numberField(specification, name) ?? 0);
  return [limit('min'), limit('max')];
}

/** The two ends of a year condition, both inside. Source: servarr.md 5.4.9. */
export function yearLimits(specification: Specification): readonly [min: number, max: number] {
  return [numberField(specification, 'min') ?? 0, numberField(specification, 'max') ?? 0];
}

function gibibytes(gib: number): number {
  const bytes = gib * 1024 ** 3;
  const below = Math.floor(bytes);
  const rest = bytes - below;
  if (rest !== 0.5) return Math.round(bytes);
  return below % 2 === 0 ? below : below + 1;
}
