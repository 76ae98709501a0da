import type { BodyFault } from './body-faults.ts';
import type { ConnectionFault } from './connection-faults.ts';
import type { DeliveryFault } from './delivery-faults.ts';
import type { FaultEffect } from './fault.ts';
import type { StateFault } from './state-faults.ts';
import type { StatusFault } from './status-faults.ts';

const bodyFaults: Readonly<Record<BodyFault['kind'], true>> = {
  garbage: true,
  html: true,
  'wrong-type': true,
  'bad-gzip': true,
};

/** Everything arrives, but spoilt. */
export function isBodyFault(fault: FaultEffect | null): fault is BodyFault {
  return fault !== null && Object.hasOwn(bodyFaults, fault.kind);
}

const connectionFaults: Readonly<Record<ConnectionFault['kind'], true>> = {
  refuse: true,
  'hang-up': true,
  stall: true,
};

/** Nothing arrives. */
export function isConnectionFault(fault: FaultEffect | null): fault is ConnectionFault {
  return fault !== null && Object.hasOwn(connectionFaults, fault.kind);
}

const deliveryFaults: Readonly<Record<DeliveryFault['kind'], true>> = {
  reset: true,
  'stall-in-body': true,
  truncate: true,
  drip: true,
};

/** Part of it arrives, or slowly. */
export function isDeliveryFault(fault: FaultEffect | null): fault is DeliveryFault {
  return fault !== null && Object.hasOwn(deliveryFaults, fault.kind);
}

const stateFaults: Readonly<Record<StateFault['kind'], true>> = {
  'key-changed': true,
  'item-deleted': true,
  'rules-edited': true,
  'server-replaced': true,
};

/** The server is another one from now on. */
export function isStateFault(fault: FaultEffect | null): fault is StateFault {
  return fault !== null && Object.hasOwn(stateFaults, fault.kind);
}

const statusFaults: Readonly<Record<StatusFault['kind'], true>> = {
  unauthorised: true,
  forbidden: true,
  'too-many-requests': true,
  locked: true,
  starting: true,
  proxy: true,
  'uri-too-long': true,
  exception: true,
  replay: true,
};

/** A failure comes instead. */
export function isStatusFault(fault: FaultEffect | null): fault is StatusFault {
  return fault !== null && Object.hasOwn(statusFaults, fault.kind);
}
