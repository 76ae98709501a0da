import type { FileQuality } from '../../model/quality.ts';

/** What upgrade decisions compare: a file on disk or a release that is offered, by quality and score. */
export interface Graded {
  readonly quality: FileQuality;
  /** In the profile of the item. */
  readonly score: number;
}
