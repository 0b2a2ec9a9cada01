import { BlockList, isIP } from "node:net";

/** How many proxies stand in front, or which networks they are in. */
export type ProxyTrust = { hops: number } | { networks: BlockList };

/**
 * Reads `TRUST_PROXY`: a hop count, or CIDR networks and addresses separated by commas.
 * @throws Error for anything else.
 */
export function parseProxyTrust(value: string): ProxyTrust {
  if (/^\d{1,2}$/.test(value)) return { hops: Number(value) };
  const networks = new BlockList();
  for (const part of value.split(",").map((entry) => entry.trim())) {
    const [address = "", prefix] = part.split("/");
    const version = isIP(address);
    const bits = prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix);
    if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > (version === 6 ? 128 : 32)) {
      throw new Error("TRUST_PROXY must be a hop count or a list of networks such as 10.0.0.0/8");
    }
    networks.addSubnet(address, bits, version === 6 ? "ipv6" : "ipv4");
  }
  return { networks };
}

/** One address without port, brackets or the v4-mapped prefix; `undefined` for anything else. */
export function normaliseIp(text: string | undefined): string | undefined {
  let value = (text ?? "").trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(value);
  if (bracketed) value = bracketed[1] ?? "";
  else if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(value)) value = value.replace(/:\d+$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(value);
  if (mapped) value = mapped[1] ?? "";
  value = value.replace(/%.*$/, "");
  return isIP(value) === 0 ? undefined : value.toLowerCase();
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
  const peer = normaliseIp(request.peer);
  const chain = (request.forwardedFor ?? "")
    .split(",")
    .slice(-50)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  if ("hops" in request.trust) {
    if (request.trust.hops === 0) return peer;
    return normaliseIp(chain[chain.length - request.trust.hops]);
  }
  const { networks } = request.trust;
  const trusted = (ip: string) => networks.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");
  if (peer === undefined || !trusted(peer)) return peer;
  let last = peer;
  for (const entry of chain.reverse()) {
    const ip = normaliseIp(entry);
    if (ip === undefined) return undefined;
    if (!trusted(ip)) return ip;
    last = ip;
  }
  return last;
}

/** What a limit counts: one IPv4 address, or the /64 of an IPv6 one, for a buyer owns all of it. */
export function limitKeyOfIp(ip: string): string {
  if (isIP(ip) !== 6) return ip;
  const [head = "", tail] = ip.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
