import { env } from "@/lib/env/server";
import { handle, privateJson } from "@/lib/http/handle";
import { HttpProblem } from "@/lib/http/http-problem";
import { authorise } from "@/lib/order-access/authorise";

const ACTION = /^[a-z-]{2,30}$/;

/** Drives the sandbox's order from the demo panel. Exists only with `DEMO=1`, which means loopback. */
export const POST = handle<{ orderId: string; action: string }>(
  { route: "/api/demo/orders/[orderId]/[action]", sameOrigin: true },
  async ({ shop, cookies }, { orderId, action }) => {
    if (env().DEMO !== "1" || !ACTION.test(action)) throw new HttpProblem("not_found");
    const access = authorise(shop, orderId, cookies);
    if (!access) throw new HttpProblem("not_found");
    const reply = await fetch(
      `${env().API_URL}/__control/orders/${encodeURIComponent(access.grant.orderId)}/${action}`,
      { method: "POST", headers: { "content-type": "application/json" }, body: "{}" },
    );
    if (!reply.ok) throw new HttpProblem("bad_request");
    return privateJson({ ok: true });
  },
);
