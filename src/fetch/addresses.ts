import { BlockList, isIP } from 'node:net';

/** Which IP addresses may be connected to beside those of the public internet. */
export interface AddressPolicy {
  /** Whether this machine's own addresses are taken, for tests. */
  readonly allowLoopback?: boolean;
}

/** IPv4 networks off the public internet (IANA special-purpose registry; RFC 6890 and its successors). */
const NOT_PUBLIC_IPV4 = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers; some clouds keep metadata here
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // Azure's own services, though it looks public
  ['169.254.0.0', 16], // link-local, and the metadata of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
] as const;

/** What is not public inside of 2000::/3, the one part of IPv6 that is given out for the public internet. */
const NOT_PUBLIC_IPV6 = [
  ['2001::', 23], // protocol assignments, among them Teredo
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries IPv4 addresses
  ['3fff::', 20], // documentation
] as const;

/** NAT64: the last 32 bits are the IPv4 address that is reached (RFC 6052). */
const NAT64 = '64:ff9b::';

const notPublic4 = new BlockList();
const notPublic6 = new BlockList();
for (const [network, bits] of NOT_PUBLIC_IPV4) {
  notPublic4.addSubnet(network, bits, 'ipv4');
  notPublic6.addSubnet(`${NAT64}${network}`, 96 + bits, 'ipv6');
}
for (const [network, bits] of NOT_PUBLIC_IPV6) notPublic6.addSubnet(network, bits, 'ipv6');

const public6 = new BlockList();
public6.addSubnet('2000::', 3, 'ipv6');
public6.addSubnet(NAT64, 96, 'ipv6');

const loopback4 = new BlockList();
loopback4.addSubnet('127.0.0.0', 8, 'ipv4');
const loopback6 = new BlockList();
loopback6.addAddress('::1', 'ipv6');

/**
 * Whether an IP address may be connected to: it is one of the public internet, or the policy takes it. Takes
 * addresses as a resolver or the WHATWG URL parser writes them, without brackets; whatever is written
 * otherwise, has a zone, or is IPv6 that carries IPv4 (mapped, compatible, 6to4, Teredo) is not. NAT64 counts
 * as the address that it carries.
 */
export function mayConnectTo(address: string, { allowLoopback = false }: AddressPolicy = {}): boolean {
  if (address.includes('%')) return false;
  if (isIP(address) === 4) {
    return !notPublic4.check(address, 'ipv4') || (allowLoopback && loopback4.check(address, 'ipv4'));
  }
  if (isIP(address) !== 6) return false;
  const isPublic = public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
  return isPublic || (allowLoopback && loopback6.check(address, 'ipv6'));
}
