import type { Echo } from "@/lib/doctor/check-client";
import { buyerIp } from "@/lib/http/buyer";
import { normaliseIp } from "@/lib/http/client-ip";
import { handle, privateJson } from "@/lib/http/handle";
import { peerHeader } from "@/lib/http/peer-header";
import { turnAway } from "../turn-away";

export const dynamic = "force-dynamic";

/** Says how the shop sees whoever asks. The doctor compares it with who really asked. */
export const GET = handle({ route: "/setup/echo" }, async ({ request, shop, limit }) => {
  const { headers } = request;
  const refusal = await turnAway({ request, limit });
  if (refusal) return refusal;
  const echo: Echo = {
    shop: shop.id,
    shopUrl: shop.url,
    host: headers.get("host") ?? "",
    ip: buyerIp(headers) ?? null,
    peer: normaliseIp(headers.get(peerHeader()) ?? undefined) ?? null,
    lastHop: normaliseIp(headers.get("x-forwarded-for")?.split(",").at(-1)) ?? null,
  };
  return privateJson(echo);
});
