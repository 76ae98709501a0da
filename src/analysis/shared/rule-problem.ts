import type { Finding } from '../../model/report.ts';

/** Something wrong with the rules of one instance. */
export interface RuleProblem extends Finding {
  /** `radarr/main#4` where one profile is at fault; otherwise null. */
  readonly groupKey: string | null;
  /** `radarr/main` */
  readonly instanceKey: string;
  /** The instance as people read it. */
  readonly address: string;
}
