import { BlockList, isIP } from 'node:net';

/**
 * What is not the public internet. Source: the registries of special-purpose addresses,
 * https://www.iana.org/assignments/iana-ipv4-special-registry and multicast.
 */
const special4: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Shared by carriers; also where some clouds keep their metadata.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local; metadata of instances (169.254.169.254) and of containers (169.254.170.2).
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Azure's platform (metadata, DNS), an address of the public range that leads inside.
  ['168.63.129.16', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Of IPv6 only global unicast is public, and of that not what carries an IPv4 address inside
 * (Teredo, 6to4), nor protocols and documentation.
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const global6: readonly [string, number] = ['2000::', 3];
const special6: readonly (readonly [address: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const unpublic4 = new BlockList();
for (const [address, prefix] of special4) unpublic4.addSubnet(address, prefix, 'ipv4');
const public6 = new BlockList();
public6.addSubnet(...global6, 'ipv6');
const unpublic6 = new BlockList();
for (const [address, prefix] of special6) unpublic6.addSubnet(address, prefix, 'ipv6');

/** Whether an address belongs to the public internet. Of what is no address: false. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !unpublic4.check(address, 'ipv4');
    case 6:
      // A zone (`fe80::1%eth0`) names an interface of this machine.
      if (address.includes('%')) return false;
      return public6.check(address, 'ipv6') && !unpublic6.check(address, 'ipv6');
    default:
      return false;
  }
}
