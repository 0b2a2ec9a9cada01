import { createHash } from "node:crypto";
import { accessBodySchema } from "@/lib/contract/order-access";
import { buyerCookieName, serialiseCookie } from "@/lib/http/cookies";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { parseBody } from "@/lib/http/parse-body";
import { dropAllProofs } from "@/lib/order-access/proof";
import { recover } from "@/lib/order-access/recover";
import { orderPath } from "@/lib/urls";

/** Recovers an order on this browser. Tries are counted per address and per order asked for. */
export const POST = handle(
  { route: "/api/orders/access", limit: "LIMIT_ACCESS", sameOrigin: true },
  async ({ request, shop, cookies, identity, limit, locale }) => {
    const body = await parseBody(request, accessBodySchema);
    const asked = Object.values(body)[0] ?? "";
    await limit("LIMIT_ACCESS", createHash("sha256").update(asked).digest("base64url"));
    const recovered = await recover(shop, body, cookies, identity);
    if (!recovered) throw new HttpProblem("not_found");
    return privateJson(
      { location: orderPath(locale, recovered.reference) },
      { cookies: recovered.cookies.map((cookie) => serialiseCookie(cookie, shop.url)) },
    );
  },
);

/** Ends this browser's right to every order, and forgets under which name it ordered. */
export const DELETE = handle(
  { route: "/api/orders/access", sameOrigin: true },
  async ({ shop, cookies }) => {
    const buyer = { name: buyerCookieName(shop.url), value: "", maxAgeSeconds: 0 };
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const cookie of [...dropAllProofs(shop, cookies), buyer]) {
      headers.append("set-cookie", serialiseCookie(cookie, shop.url));
    }
    return new Response(null, { status: 204, headers });
  },
);
