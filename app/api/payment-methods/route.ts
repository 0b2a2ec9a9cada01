import { readPaymentMethods } from "@/lib/catalog/read-payment-methods";
import { cachedJson } from "@/lib/http/cached-json";
import { handle } from "@/lib/http/handle";

export const GET = handle(
  { route: "/api/payment-methods", limit: "LIMIT_READ" },
  async ({ request, shop }) =>
    cachedJson(request, await readPaymentMethods(shop), { maxAgeSeconds: 60 }, (methods) => ({
      methods,
    })),
);
