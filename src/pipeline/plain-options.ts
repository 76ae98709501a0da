import type { OutputOptions } from '../outputs/output.ts';

/** What is chosen about an output where nobody chose anything. */
export const plainOptions: OutputOptions = { bom: false, separator: ',', wide: false, rawCells: false };
