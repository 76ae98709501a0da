import { AppError } from '../lib/errors.ts';
import { describeWriteFault } from '../lib/write-fault.ts';

/** @throws {AppError} code `output`, saying why a spool or its folder cannot be written */
export function refuseSpool(path: string, cause: unknown): never {
  const hint = 'Make room there, or name another folder in TMPDIR.';
  throw new AppError(describeWriteFault(path, cause), { code: 'output', hint, cause });
}
