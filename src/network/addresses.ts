/** Which addresses of the internet anyone may be sent to, and which belong to the reader's own machine and network. */
import { BlockList, isIP } from 'node:net';

// https://www.iana.org/assignments/iana-ipv4-special-registry
const SPECIAL_V4: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by the customers of a provider
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // what a machine in Azure asks for its own secrets
  ['169.254.0.0', 16], // link-local, and what machines in most clouds ask for theirs
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // a sink for mistaken queries
  ['192.52.193.0', 24], // multicast tunnels
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // a sink for mistaken queries
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

// Special within what is public at large: https://www.iana.org/assignments/iana-ipv6-special-registry
const SPECIAL_V6: readonly (readonly [address: string, prefix: number])[] = [
  ['2001::', 23], // protocol assignments, Teredo and benchmarks among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which leads to any IPv4 address
  ['3fff::', 20], // documentation
];
// A network without IPv4 writes every IPv4 address behind this prefix (RFC 6052).
const NAT64 = '64:ff9b::';
const NAT64_PREFIX = 96;

// Two lists each: in one for both, a rule about IPv4-mapped addresses would match every IPv4 address.
const closedV4 = new BlockList();
const openV6 = new BlockList();
const closedV6 = new BlockList();
openV6.addSubnet('2000::', 3, 'ipv6');
openV6.addSubnet(NAT64, NAT64_PREFIX, 'ipv6');
for (const [address, prefix] of SPECIAL_V6) closedV6.addSubnet(address, prefix, 'ipv6');
for (const [address, prefix] of SPECIAL_V4) {
  closedV4.addSubnet(address, prefix, 'ipv4');
  closedV6.addSubnet(NAT64 + address, NAT64_PREFIX + prefix, 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
const loopbackV6 = new BlockList();
loopbackV6.addAddress('::1', 'ipv6');

/** Whether an IP address is one of the public internet. What is no plain IP address (`fe80::1%eth0`, a name) is not. */
export function isPublic(address: string): boolean {
  if (address.includes('%')) return false;
  const version = isIP(address);
  if (version === 4) return !closedV4.check(address, 'ipv4');
  return version === 6 && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/** Whether an IP address is this machine itself, in the plain spellings: 127.0.0.0/8 and ::1. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return loopback.check(address, 'ipv4');
  return version === 6 && !address.includes('%') && loopbackV6.check(address, 'ipv6');
}
