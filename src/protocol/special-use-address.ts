/** Hosts that a server must not be sent to by a stranger: its own, and those of its network (RFC 6890). */

/** Networks by their first address and the length of their prefix in bits. */
const NETWORKS: readonly (readonly [first: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, and all that is reserved above it.
  ['224.0.0.0', 3],
]

/**
 * Whether the host of a URL is an address of special use, or a name that always means this computer. A name that resolves to such an
 * address is not known here: whoever sends requests over a real network must look at that too.
 */
export function isSpecialUseHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  if (name.startsWith('[')) return !isGlobalIpv6(name)
  const address = toNumber(name)
  return address !== undefined && NETWORKS.some(([first, bits]) => isWithin(address, toNumber(first) ?? 0, bits))
}

/** Global unicast is 2000::/3; of it 2001::/23, documentation and 6to4 are set aside. */
function isGlobalIpv6(literal: string): boolean {
  const [first = 0, second = 0] = literal
    .slice(1, -1)
    .split(':')
    .map((part) => Number.parseInt(part || '0', 16))
  if (first < 0x2000 || first > 0x3fff) return false
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8)) && first !== 0x2002
}

/** An IPv4 address as a URL parser writes it, as a number of 32 bits. */
function toNumber(address: string): number | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  return match?.slice(1).reduce((sum, part) => sum * 256 + Number(part), 0)
}

function isWithin(address: number, first: number, bits: number): boolean {
  const size = 2 ** (32 - bits)
  return Math.floor(address / size) === Math.floor(first / size)
}
