/** For whom a call is made: the shop itself, or one buyer. */
export type Identity = {
  partnerId: string;
  version: string;
  /** One address, without port. */
  ip: string;
  userAgent: string;
};

const MAX_AGENT = 512;

/** The headers of every call. Nothing of an incoming request is ever passed on but what stands here. */
export function upstreamHeaders(identity: Identity): Record<string, string> {
  const agent = identity.userAgent
    .replace(/[^\x20-\x7e]/g, "")
    .trim()
    .slice(0, MAX_AGENT);
  return {
    "X-Cr-Application": identity.partnerId,
    "X-Cr-Version": identity.version,
    "X-Forwarded-For": identity.ip,
    "User-Agent": agent === "" ? `shop/${identity.version}` : agent,
    "Content-Type": "application/json",
    Accept: "application/json",
  };
}
