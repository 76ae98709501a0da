import { readFile } from 'node:fs/promises';
import { AppError } from '../lib/errors.ts';

/** A text that was built with the program: `dashboard.html`. @throws {AppError} code `output` when it was not built */
export async function built(name: string): Promise<string> {
  return readFile(new URL(`../../build/${name}`, import.meta.url), 'utf8').catch((cause: unknown) => {
    throw new AppError(`${name} was not built`, { code: 'output', hint: 'Run: npm run build', cause });
  });
}
