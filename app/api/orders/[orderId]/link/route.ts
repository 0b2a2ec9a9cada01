import { linkBodySchema } from "@/lib/contract/order-access";
import { privateJson } from "@/lib/http/handle";
import { orderRoute } from "@/lib/http/order-route";
import { parseBody } from "@/lib/http/parse-body";
import { sealLink } from "@/lib/order-access/link";
import { orderPath } from "@/lib/urls";

/** A link for a second device. Its secret is in the fragment, which reaches no server and no log. */
export const POST = orderRoute(
  {
    route: "/api/orders/[orderId]/link",
    limit: "LIMIT_REVEAL",
    sameOrigin: true,
    fullScope: true,
  },
  async ({ request, shop, access, locale }) => {
    const { scope } = await parseBody(request, linkBodySchema);
    const { token, expiresAtMs } = sealLink(shop.id, access.reference, scope, Date.now());
    return privateJson({
      url: `${shop.url}${orderPath(locale, access.reference)}#t=${token}`,
      scope,
      expiresAt: new Date(expiresAtMs).toISOString(),
    });
  },
);
