import { instanceKey } from '../model/instance.ts';
import type { Service } from '../model/service.ts';
import { services } from '../model/service.ts';
import type { Fault } from './faults/fault.ts';
import type { InstanceOptions, RunningInstance } from './instance-options.ts';
import { listen } from './listen.ts';
import { type PlayedInstance, playInstance } from './played-instance.ts';
import type { LoggedRequest, RequestLog } from './respond.ts';

/** Which servers to play, and where they listen. */
export interface SimulatorOptions {
  readonly radarr?: InstanceOptions | readonly InstanceOptions[] | null;
  readonly sonarr?: InstanceOptions | readonly InstanceOptions[] | null;
  /** Default 127.0.0.1: only this machine reaches it. */
  readonly host?: string;
  /** One port for all, told apart by their url bases, as behind a proxy; 0: a free one. Default: one port each. */
  readonly sharedPort?: number | null;
}

/** Simulated servers that listen until they are disposed of. */
export interface Simulator extends AsyncDisposable {
  /** Radarr first, each in the order of the options. */
  readonly instances: readonly RunningInstance[];
  /** All requests so far, with what went wrong on purpose. */
  readonly log: readonly LoggedRequest[];
  readonly story: StoryControl;
  /** One more fault from now on; `instance` as in the log: `radarr/main`. */
  readonly addFault: (instance: string, fault: Fault) => void;
  /** Connections that clients have open now. */
  readonly connections: () => Promise<number>;
}

/** Moves all stories together. */
export interface StoryControl {
  /** Of the longest story; 1 where nothing is a story. */
  readonly steps: number;
  /** @throws RangeError where a story has no such step */
  readonly goTo: (step: number) => void;
}

/** Starts the servers. @throws where recordings cannot be read or a port is taken */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const log: RequestLog = [];
  const wanted = services.flatMap((service) => wantedOf(service, options));
  const played = await Promise.all(
    wanted.map(async ([service, wish]) => ({ wish, instance: await playInstance(service, wish, log) })),
  );
  const instances = played.map(({ instance }) => instance);
  const { sharedPort = null, host = '127.0.0.1' } = options;
  const apart = played.map(({ wish, instance }) => ({ port: wish.port ?? 0, instances: [instance] }));
  const groups = sharedPort === null ? apart : [{ port: sharedPort, instances }];
  const listeners = await Promise.all(
    groups.map(async (group) => ({ group, listener: await listen({ host, ...group }) })),
  );
  return {
    instances: listeners.flatMap(({ group, listener }) =>
      group.instances.map((instance) => running(instance, listener.origin)),
    ),
    log,
    story: storyOf(instances),
    addFault: (name, fault) => find(instances, name).faults.add(fault),
    connections: async () => {
      const open = await Promise.all(listeners.map(({ listener }) => listener.connections()));
      return open.reduce((sum, count) => sum + count, 0);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(listeners.map(({ listener }) => listener[Symbol.asyncDispose]()));
    },
  };
}

function wantedOf(
  service: Service,
  options: SimulatorOptions,
): readonly (readonly [Service, InstanceOptions])[] {
  const wanted = options[service] ?? [];
  const all = 'length' in wanted ? wanted : [wanted];
  return all.map((one) => [service, one] as const);
}

function running({ name, state }: PlayedInstance, origin: string): RunningInstance {
  const { service, apiKey, urlBase } = state();
  return { service, name, apiKey, url: `${origin}${urlBase}` };
}

function find(instances: readonly PlayedInstance[], name: string): PlayedInstance {
  const found = instances.find(
    (one) => instanceKey({ service: one.state().service, name: one.name }) === name,
  );
  if (found === undefined) throw new RangeError(`no simulated instance ${name}`);
  return found;
}

function storyOf(instances: readonly PlayedInstance[]): StoryControl {
  const stories = instances.filter(({ steps }) => steps > 1);
  return {
    steps: Math.max(1, ...stories.map(({ steps }) => steps)),
    goTo: (step) => {
      for (const story of stories) story.goTo(step);
    },
  };
}
