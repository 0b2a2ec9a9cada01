import type { Identity } from "../cryptorefills/headers";
import { env, partnerIdFrom } from "../env/server";
import type { Shop } from "../shop/schema";
import { appVersion } from "../version";
import { clientIp, type ProxyTrust, parseProxyTrust } from "./client-ip";
import { peerHeader } from "./peer-header";

let known: { text: string; trust: ProxyTrust } | undefined;

function proxyTrust(): ProxyTrust {
  const text = env().TRUST_PROXY;
  if (known?.text !== text) known = { text, trust: parseProxyTrust(text) };
  return known.trust;
}

export function buyerIp(headers: Headers): string | undefined {
  return clientIp({
    peer: headers.get(peerHeader()) ?? undefined,
    forwardedFor: headers.get("x-forwarded-for"),
    trust: proxyTrust(),
  });
}

/** The buyer's own address and agent, as upstream counts its limits per end user. */
export function buyerIdentity(shop: Shop, headers: Headers): Identity | undefined {
  const ip = buyerIp(headers);
  if (ip === undefined) return undefined;
  return {
    partnerId: partnerIdFrom(shop.partnerIdEnv),
    version: appVersion(),
    ip,
    userAgent: headers.get("user-agent") ?? "",
  };
}
