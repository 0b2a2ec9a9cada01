import { orderBodySchema } from "@/lib/contract/order-body";
import { limitKeyOfIp } from "@/lib/http/client-ip";
import { buyerCookieName, serialiseCookie } from "@/lib/http/cookies";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { refusalProblem } from "@/lib/http/order-problems";
import { parseBody } from "@/lib/http/parse-body";
import { authorise } from "@/lib/order-access/authorise";
import { readFramePass, toOrderPass } from "@/lib/order-access/frame-pass";
import { issueProof } from "@/lib/order-access/proof";
import { readView } from "@/lib/order-access/read-view";
import { openReference } from "@/lib/order-access/reference";
import { attemptOrder } from "@/lib/order-creation/attempt-order";
import { bodyHash, onlyOnce } from "@/lib/order-creation/idempotency";
import { rememberOrder } from "@/lib/order-creation/remember-order";
import { orderPath } from "@/lib/urls";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Creates an order, once per key. Limits count attempts, not replays of a stored outcome. */
export const POST = handle(
  { route: "/api/orders", sameOrigin: true },
  async ({ request, shop, cookies, identity, locale }) => {
    const authorization = request.headers.get("authorization");
    const framed =
      shop.embed.origins.length > 0 ? readFramePass(shop.id, authorization, Date.now()) : undefined;
    const buyer = framed ?? cookies.get(buyerCookieName(shop.url));
    if (!buyer || buyer.length > 64) throw new HttpProblem("cookies_blocked");
    const key = request.headers.get("idempotency-key") ?? "";
    if (!UUID.test(key)) throw new HttpProblem("idempotency_key_missing");
    const body = await parseBody(request, orderBodySchema);
    const who = identity();
    const applicant = {
      ip: who.ip,
      ipKey: limitKeyOfIp(who.ip),
      cookie: buyer,
      email: body.email,
      challengeToken: request.headers.get("challenge-token") ?? "",
    };
    const result = await onlyOnce(
      { shopId: shop.id, buyer, key: key.toLowerCase(), hash: bodyHash(body) },
      (bind) => attemptOrder(shop, body, who, applicant, bind),
      (made) => rememberOrder(shop, buyer, made),
    );
    switch (result.kind) {
      case "outcome_unknown":
        throw new HttpProblem("order_outcome_unknown");
      case "key_reused":
        throw new HttpProblem("idempotency_key_reused");
      case "still_running":
        throw new HttpProblem("request_in_progress", { retryAfterSeconds: 5 });
      case "refused": {
        const { acceptedPrice: _accepted, ...asked } = body;
        throw await refusalProblem(result.refusal, asked, locale);
      }
      case "created": {
        const { reference } = result;
        const grant = openReference(shop.id, reference);
        if (!grant) throw new HttpProblem("internal_error");
        const issued = issueProof(shop, grant.orderId, { scope: "full" }, cookies, Date.now());
        const jar = new Map([
          ...cookies,
          ...issued.map(({ name, value }) => [name, value] as const),
        ]);
        const access = authorise(shop, reference, jar);
        if (!access) throw new HttpProblem("internal_error");
        return privateJson(
          {
            ...(framed !== undefined && issued[0] && { pass: toOrderPass(issued[0]) }),
            // The order exists, whatever becomes of this read: its place matters more than its state.
            order: await readView(shop, access, who).catch(() => ({ reference })),
            location: orderPath(locale, reference),
          },
          {
            status: 201,
            cookies:
              framed === undefined ? issued.map((cookie) => serialiseCookie(cookie, shop.url)) : [],
          },
        );
      }
    }
  },
);
