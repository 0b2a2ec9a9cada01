import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** How many proxies stand in front, or which networks they are in. */
export type ProxyTrust = { hops: number } | { networks: readonly Network[] };

/** A client may write as many as it likes; no chain of real proxies is longer. */
const MOST_ENTRIES = 50;
const IPV6_NETWORK_BITS = 64;

/**
 * Reads `TRUST_PROXY`: a hop count, or CIDR networks and addresses separated by commas.
 * @throws Error for anything else.
 */
export function parseProxyTrust(value: string): ProxyTrust {
  if (/^\d{1,2}$/.test(value)) return { hops: Number(value) };
  return { networks: value.split(",").map((part) => toNetwork(part.trim())) };
}

/** What is wrong with a `TRUST_PROXY`; `undefined` when nothing is. */
export function proxyTrustFault(value: string): string | undefined {
  try {
    parseProxyTrust(value);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "TRUST_PROXY cannot be read";
  }
}

function toNetwork(text: string): Network {
  const [address = "", prefix] = text.split("/");
  const version = isIP(address);
  const whole = prefix ?? (version === 6 ? "128" : "32");
  // The library alone would also take octal and shortened spellings, which nobody means.
  if (version === 0 || !ipaddr.isValidCIDR(`${address}/${whole}`)) {
    throw new Error("TRUST_PROXY must be a hop count or a list of networks such as 10.0.0.0/8");
  }
  return ipaddr.parseCIDR(`${address}/${whole}`);
}

/** One address without port, brackets, zone or the v4-mapped prefix; `undefined` for anything else. */
export function normaliseIp(text: string | undefined): string | undefined {
  const value = (text ?? "").trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(value)?.[1];
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(value)?.[1];
  const bare = (bracketed ?? withPort ?? value).replace(/%.*$/, "");
  return isIP(bare) === 0 ? undefined : ipaddr.process(bare).toString();
}

/**
 * The buyer's address: the socket's peer, or, behind trusted proxies, the right-most hop that is not
 * one of them. The left-most entry is whatever the client wrote and is never taken for itself.
 */
export function clientIp(request: {
  peer: string | undefined;
  forwardedFor: string | null;
  trust: ProxyTrust;
}): string | undefined {
  const { trust } = request;
  const peer = normaliseIp(request.peer);
  const chain = (request.forwardedFor ?? "")
    .split(",")
    .slice(-MOST_ENTRIES)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if ("hops" in trust) {
    return trust.hops === 0 ? peer : normaliseIp(chain[chain.length - trust.hops]);
  }
  if (peer === undefined || !isTrusted(peer, trust.networks)) return peer;
  let last = peer;
  for (const entry of chain.reverse()) {
    const ip = normaliseIp(entry);
    if (ip === undefined) return undefined;
    if (!isTrusted(ip, trust.networks)) return ip;
    last = ip;
  }
  return last;
}

function isTrusted(ip: string, networks: readonly Network[]): boolean {
  const address = ipaddr.parse(ip);
  return networks.some(
    ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
  );
}

/** What a limit counts: one IPv4 address, or the /64 of an IPv6 one, for a buyer owns all of it. */
export function limitKeyOfIp(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${ip}/${IPV6_NETWORK_BITS}`);
  return `${network.toString()}/${IPV6_NETWORK_BITS}`;
}
