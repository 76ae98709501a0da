import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { instanceKey } from '../model/instance.ts';
import type { Service } from '../model/service.ts';
import { createToil } from './cost.ts';
import { isStateFault } from './faults/families.ts';
import { createFaultPlan, type FaultPlan } from './faults/fault-plan.ts';
import { changeState } from './faults/state-faults.ts';
import type { InstanceOptions } from './instance-options.ts';
import { openLibraries } from './open-library.ts';
import { type RequestLog, respond } from './respond.ts';
import type { ServerState, SimulatedRequest } from './simulated-server.ts';

/** One simulated server, without the port it listens on. */
export interface PlayedInstance {
  readonly name: string;
  readonly state: () => ServerState;
  readonly faults: FaultPlan;
  /** How many libraries its story has; 1 where there is no story. */
  readonly steps: number;
  /** Serves another library of the story from the next request on. */
  readonly goTo: (step: number) => void;
  readonly handle: (exchange: HttpExchange) => Promise<void>;
}

/** A request with its answer to be. */
export interface HttpExchange {
  readonly asked: SimulatedRequest;
  readonly response: ServerResponse;
  readonly goDown: (downMs: number | null) => void;
  /** Aborted when the simulator stops. */
  readonly signal: AbortSignal;
}

/** Makes one simulated server. @throws where its recordings cannot be read */
export async function playInstance(
  service: Service,
  options: InstanceOptions,
  log: RequestLog,
): Promise<PlayedInstance> {
  const { name = 'main', urlBase = '', authentication = 'forms', library: source } = options;
  const libraries = await openLibraries(service, source ?? { kind: 'recorded', set: 'own-small' });
  const libraryAt = (step: number) => {
    const library = libraries[step];
    if (library === undefined) throw new RangeError(`the story has no step ${step}`);
    return library;
  };
  const library = libraryAt(source?.kind === 'story' ? (source.step ?? 0) : 0);
  const instance = instanceKey({ service, name });
  const apiKey = options.apiKey ?? keyFor(instance);
  let state: ServerState = { service, apiKey, urlBase, authentication, library };
  const faults = createFaultPlan(options.faults ?? [], options.randomFaults ?? null);
  const toil = createToil(service, options.cost ?? 'none', options.latencyMs ?? 0);
  return {
    name,
    state: () => state,
    faults,
    steps: libraries.length,
    goTo: (step) => {
      state = { ...state, library: libraryAt(step) };
    },
    handle: async (exchange) => {
      const fault = faults.next(exchange.asked.target);
      if (isStateFault(fault)) state = changeState(fault, state);
      await respond({ ...exchange, state, fault, toil, log, instance });
    },
  };
}

function keyFor(instance: string): string {
  return createHash('sha256').update(`simulated ${instance}`).digest('hex').slice(0, 32);
}
