import { AppError, type AppErrorOptions } from '../lib/errors.ts';

/** The store is well, and will not take this one reading: the other instances can go on. */
export class RefusedReading extends AppError {
  override readonly name: string = 'RefusedReading';

  constructor(message: string, options: Omit<AppErrorOptions, 'code'>) {
    super(message, { ...options, code: 'store' });
  }
}
