import { errorCode } from './error-code.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file of this name',
  EISDIR: 'there is a folder of this name',
  EFBIG: 'the file is larger than allowed',
};

/** Why something cannot be written, in one sentence without its full stop: `out.csv cannot be written: the disk is full`. */
export function describeWriteFault(what: string, cause: unknown): string {
  const code = errorCode(cause);
  const reason = reasons[code] ?? `the system says ${code === '' ? 'nothing more' : code}`;
  return `${what} cannot be written: ${reason}`;
}
