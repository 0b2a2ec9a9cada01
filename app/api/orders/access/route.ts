import { createHash } from "node:crypto";
import { accessBodySchema, type RecoveryRequest } from "@/lib/contract/order-access";
import { buyerCookieName, serialiseCookie } from "@/lib/http/cookies";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { parseBody } from "@/lib/http/parse-body";
import { dropAllProofs, findProof } from "@/lib/order-access/proof";
import { recover } from "@/lib/order-access/recover";
import { askForRights, watchedOrders } from "@/lib/order-stream/hub";
import { orderPath } from "@/lib/urls";

/** Recovers an order on this browser. Tries are counted per address and per order asked for. */
export const POST = handle(
  { route: "/api/orders/access", limit: "LIMIT_ACCESS", sameOrigin: true },
  async ({ request, shop, cookies, identity, limit, locale }) => {
    const body = await parseBody(request, accessBodySchema);
    await limit("LIMIT_ACCESS", createHash("sha256").update(askedFor(body)).digest("base64url"));
    const recovered = await recover(shop, body, cookies, identity);
    if (!recovered) throw new HttpProblem("not_found");
    return privateJson(
      { location: orderPath(locale, recovered.reference) },
      { cookies: recovered.cookies.map((cookie) => serialiseCookie(cookie, shop.url)) },
    );
  },
);

/** What tries are counted for. Letter case makes another reference or token, but no other order number. */
function askedFor(body: RecoveryRequest): string {
  if ("orderNumber" in body) return body.orderNumber.toLowerCase();
  return "reference" in body ? body.reference : body.token;
}

/**
 * Ends this browser's right to every order with what its other tabs still stream, and forgets under which
 * name it ordered.
 */
export const DELETE = handle(
  { route: "/api/orders/access", sameOrigin: true },
  async ({ shop, cookies, limit }) => {
    const buyer = { name: buyerCookieName(shop.url), value: "", maxAgeSeconds: 0 };
    const proofs = dropAllProofs(shop, cookies);
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const cookie of [...proofs, buyer]) {
      headers.append("set-cookie", serialiseCookie(cookie, shop.url));
    }
    if (proofs.length > 0) await limit("LIMIT_READ").then(endStreams, ignoreLimit);
    return new Response(null, { status: 204, headers });

    /** A cookie names its order to nobody, so each order that is watched here is asked about. */
    function endStreams(): void {
      for (const orderId of watchedOrders(shop.id)) {
        if (findProof(shop, orderId, cookies, Date.now())) askForRights(shop.id, orderId);
      }
    }
  },
);

// Rights end however often it is asked; only to look for their streams is too much work to be had at will.
const ignoreLimit = (): void => {};
