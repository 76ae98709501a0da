import { outerAnswer, type SimulatedAnswer } from '../answer.ts';

/** The answer is to ask elsewhere. */
export type RedirectFault = {
  readonly kind: 'redirect';
  /**
   * `loop`: to the same place again and again; `https`: to the same address over TLS; `login`: to the login
   * page; else this address, with the path and query of the request.
   */
  readonly to: string;
};

/** A request that a loop sent here is sent on, whatever else is planned for it. */
export const loopMark = 'simulated-hop=';

/** The redirect for a request. */
export function redirectAnswer({ to }: RedirectFault, host: string, target: string): SimulatedAnswer {
  return outerAnswer(to === 'login' ? 302 : 307, { location: locationOf(to, host, target) });
}

function locationOf(to: string, host: string, target: string): string {
  if (to === 'login') return `http://${host}/login?returnUrl=${encodeURIComponent(target)}`;
  if (to === 'https') return `https://${host}${target}`;
  return to === 'loop' ? nextHop(target) : `${to}${target}`;
}

function nextHop(target: string): string {
  const [, hop] = /simulated-hop=(\d+)/.exec(target) ?? [];
  if (hop !== undefined) return target.replace(/simulated-hop=\d+/, `${loopMark}${Number(hop) + 1}`);
  return `${target}${target.includes('?') ? '&' : '?'}${loopMark}1`;
}
