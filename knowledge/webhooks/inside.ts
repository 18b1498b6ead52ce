import ipaddr from 'ipaddr.js';

/** What of the own network may be told of changes; everything outside may be. */
export interface AllowedInside {
  /** Lower case, as in an address; wherever such a name leads. */
  hosts: readonly string[];
  /** Each an address and how many of its bits count. */
  ranges: readonly [ReturnType<typeof ipaddr.parse>, number][];
}

export const nothingInside: AllowedInside = { hosts: [], ranges: [] };

const hostName = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/;
/** A name of digits and dots alone is a mistyped address. */
const looksLikeAddress = /^[\d.]+$/;

/** Host names, addresses and networks (`10.0.0.0/8`), separated by commas or spaces. Null where one is none of these. */
export function parseAllowedInside(text: string): AllowedInside | null {
  const hosts: string[] = [];
  const ranges: AllowedInside['ranges'][number][] = [];
  for (const part of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const range = rangeOf(part);
    const name = part.toLowerCase();
    if (range !== null) ranges.push(range);
    else if (hostName.test(name) && !looksLikeAddress.test(name)) hosts.push(name);
    else return null;
  }
  return { hosts, ranges };
}

function rangeOf(part: string): AllowedInside['ranges'][number] | null {
  if (ipaddr.isValidCIDR(part)) return ipaddr.parseCIDR(part);
  // `isValid` also takes what only looks like an address in other notations.
  if (!ipaddr.IPv4.isValidFourPartDecimal(part) && !ipaddr.IPv6.isValid(part)) return null;
  const address = ipaddr.process(part);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * Whether a connection to `address`, for `host`, may be made: to everything that is surely outside, and to what is allowed. An
 * IPv4 address in the clothes of an IPv6 one is what it stands for; what leads to IPv4 by translation is not surely outside.
 */
export function mayConnect(host: string, address: string, { hosts, ranges }: AllowedInside): boolean {
  if (!ipaddr.isValid(address)) return false;
  const real = ipaddr.process(address);
  if (real.range() === 'unicast' || hosts.includes(plainHost(host))) return true;
  return ranges.some((range) => real.kind() === range[0].kind() && real.match(range));
}

/** What can be said of the host of an address without asking anybody where the name leads. */
export function mayName(hostname: string, allowed: AllowedInside): boolean {
  const host = plainHost(hostname);
  if (ipaddr.isValid(host)) return mayConnect(host, host, allowed);
  const isLocal = host === 'localhost' || host.endsWith('.localhost');
  if (!isLocal || allowed.hosts.includes(host)) return true;
  return ['127.0.0.1', '::1'].some((address) => mayConnect(host, address, allowed));
}

/** Without brackets, and without the dot that only says that a name is whole. */
const plainHost = (hostname: string): string =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
