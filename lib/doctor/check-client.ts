import { BlockList, isIP } from "node:net";
import { type Finding, ok, warning, wrong } from "./finding";

/** What the shop saw of a request that came through the proxy in front. */
export type Echo = {
  shop: string;
  shopUrl: string;
  host: string;
  /** The buyer's address as upstream would be told it. */
  ip: string | null;
  /** The socket's own address. */
  peer: string | null;
  /** The last entry of X-Forwarded-For: whom the nearest proxy says that it stands for. */
  lastHop: string | null;
};

/** An address of the range for examples: no proxy in the world adds it. */
export const FORGED_IP = "198.51.100.66";

const privateNetworks = new BlockList();
for (const [network, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
] as const) {
  privateNetworks.addSubnet(network, bits, "ipv4");
}
privateNetworks.addSubnet("fc00::", 7, "ipv6");
privateNetworks.addSubnet("fe80::", 10, "ipv6");
privateNetworks.addAddress("::1", "ipv6");

export const isPrivateIp = (ip: string): boolean =>
  privateNetworks.check(ip, isIP(ip) === 6 ? "ipv6" : "ipv4");

type Seen = {
  plain: Echo;
  /** The same request with a made-up X-Forwarded-For. */
  forged: Echo;
  /** Whether the address in question is on this machine, where no proxy need stand. */
  local: boolean;
};

/** Whom upstream will take buyers for. Its spending limits are counted by that address. */
export function checkClient({ plain, forged, local }: Seen): Finding {
  if (forged.ip === FORGED_IP) return wrong("client", "client_forgeable");
  const { ip } = plain;
  if (ip === null) return wrong("client", "client_unknown");
  const { lastHop } = plain;
  if (lastHop !== null && lastHop !== ip && ip === plain.peer)
    return wrong("client", "client_proxy", { ip });
  if (!local && isPrivateIp(ip)) return warning("client", "client_private", { ip });
  return ok("client", "client_ok", { ip });
}
