import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { serialiseCookie } from "@/lib/http/cookies";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { parseBody } from "@/lib/http/parse-body";
import { recover } from "@/lib/order-access/recover";
import { orderPath } from "@/lib/urls";

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const bodySchema = z.union([
  z.strictObject({ reference: text(1024), email: text(254) }),
  z.strictObject({ orderNumber: text(64), email: text(254) }),
  z.strictObject({ token: text(1024) }),
]);

/** Recovers an order on this browser. Tries are counted per address and per order asked for. */
export const POST = handle(
  { route: "/api/orders/access", limit: "LIMIT_ACCESS", sameOrigin: true },
  async ({ request, shop, cookies, identity, limit, locale }) => {
    const body = await parseBody(request, bodySchema);
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
