import type { Reference, Setting } from './setting.ts';

/** A setting that is in no file yet: a value, or a reference to one. */
export function newSetting(path: readonly string[], value: string | Reference): Setting {
  const origin = { kind: 'flag', name: 'init' } as const;
  if (typeof value === 'string') return { path, value, origin, reference: null };
  return { path, value: null, origin, reference: value };
}
