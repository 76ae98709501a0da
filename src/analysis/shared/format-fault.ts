import type { Severity } from '../../model/cell.ts';

/** Something wrong with one format, in words; where it stands is added by whoever asked. */
export interface FormatFault {
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly mend: string;
}
