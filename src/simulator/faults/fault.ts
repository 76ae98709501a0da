import type { BodyFault } from './body-faults.ts';
import type { ConnectionFault } from './connection-faults.ts';
import type { DeliveryFault } from './delivery-faults.ts';
import type { HugeFault } from './huge-faults.ts';
import type { RedirectFault } from './redirect-faults.ts';
import type { StateFault } from './state-faults.ts';
import type { StatusFault } from './status-faults.ts';

/** Which requests a fault strikes; without any field: the first request of all. */
export interface FaultMatch {
  /** A regular expression, tried on the path with its query. */
  readonly path?: string;
  /** The first matching request that is struck; 1, the default, is the first. */
  readonly from?: number;
  /** How many matching requests are struck from then on; default 1, null is all. */
  readonly count?: number | null;
}

/** What goes wrong, by families. */
export type FaultEffect =
  | BodyFault
  | ConnectionFault
  | DeliveryFault
  | HugeFault
  | RedirectFault
  | StateFault
  | StatusFault;

/** The name of what goes wrong. */
export type FaultKind = FaultEffect['kind'];

/** Something that goes wrong, and when. */
export type Fault = FaultEffect & { readonly on?: FaultMatch };
