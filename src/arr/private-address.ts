import { BlockList, isIPv6 } from 'node:net';

const privateAddresses = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  privateAddresses.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  privateAddresses.addSubnet(net, prefix, 'ipv6');
}

/**
 * Whether an address belongs to a home or company network, where plain http may carry a key.
 *
 * @param address  as a socket says it; `::ffff:192.168.0.7` counts as the IPv4 address in it
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  return privateAddresses.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}
