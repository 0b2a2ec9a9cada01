import { acceptBodySchema } from "@/lib/contract/order-body";
import { serialiseCookie } from "@/lib/http/cookies";
import { privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { orderRoute } from "@/lib/http/order-route";
import { parseBody } from "@/lib/http/parse-body";
import { authorise } from "@/lib/order-access/authorise";
import { orderPassOf, toOrderPass } from "@/lib/order-access/frame-pass";
import { issueProof } from "@/lib/order-access/proof";
import { toViewer } from "@/lib/order-access/to-viewer";
import { askForRights } from "@/lib/order-stream/hub";
import { readOrder } from "@/lib/order-stream/read-order";
import { sameAmount } from "@/lib/payment/amount";

/**
 * Accepts a dearer price, and only the one that the buyer saw. The new total is kept in the buyer's own
 * proof, which a page in a frame gets as a pass; a wrong echo stays on hold.
 */
export const POST = orderRoute(
  { route: "/api/orders/[orderId]/accept", limit: "LIMIT_REVEAL", sameOrigin: true },
  async ({ request, shop, access, identity, cookies }) => {
    const { acceptedPrice } = await parseBody(request, acceptBodySchema);
    const order = await readOrder(shop.id, access.grant.orderId, identity());
    const before = await toViewer(shop, access, order);
    if (before.payment.hold?.reason !== "price_changed") throw new HttpProblem("not_on_hold");
    const { coin_amount: actual, coin } = order;
    if (acceptedPrice.coin !== coin || !sameAmount(acceptedPrice.amount, actual)) {
      const accepted = acceptedPrice.amount;
      throw new HttpProblem("price_changed", { more: { accepted, actual, coin } });
    }
    const issued = issueProof(
      shop,
      access.grant.orderId,
      { scope: access.proof.scope, acceptedTotal: actual },
      cookies,
      Date.now(),
    );
    const jar = new Map([...cookies, ...issued.map(({ name, value }) => [name, value] as const)]);
    const renewed = authorise(shop, access.reference, jar) ?? access;
    const view = await toViewer(shop, renewed, order);
    // A tab that shares its stream may have one that was opened with what was agreed before.
    askForRights(shop.id, access.grant.orderId);
    const framed = orderPassOf(request.headers.get("authorization")) !== undefined;
    if (framed && issued[0]) return privateJson({ ...view, pass: toOrderPass(issued[0]) });
    return privateJson(view, {
      cookies: issued.map((cookie) => serialiseCookie(cookie, shop.url)),
    });
  },
);
