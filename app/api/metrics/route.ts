import { randomUUID } from "node:crypto";
import { env } from "@/lib/env/server";
import { handle } from "@/lib/http/handle";
import { hasBearer } from "@/lib/http/has-bearer";
import { HttpProblem } from "@/lib/http/http-problem";
import { hubTotals } from "@/lib/order-stream/hub";
import { metricsText } from "@/lib/telemetry/metrics-text";
import { upstreamAgeSeconds } from "@/lib/telemetry/upstream-age";
import { appVersion } from "@/lib/version";

export const dynamic = "force-dynamic";

const refuse = handle({ route: "/api/metrics" }, async ({ limit }) => {
  if (env().METRICS_TOKEN !== undefined) await limit("LIMIT_ACCESS", "metrics");
  throw new HttpProblem("not_found");
});

/** Prometheus asks each instance by its own name, which is no shop's; so with the token no shop is looked for. */
export async function GET(
  request: Request,
  segment: { params: Promise<unknown> },
): Promise<Response> {
  const { METRICS_TOKEN: token } = env();
  const isKnown = token !== undefined && hasBearer(request.headers.get("authorization"), token);
  return isKnown ? metrics() : refuse(request, segment);
}

function metrics(): Response {
  const { browsers, orders } = hubTotals();
  const gauges = [
    { name: "shop_streams_open", help: "Browsers that watch an order by stream.", value: browsers },
    { name: "shop_streams_upstream", help: "Orders watched upstream.", value: orders },
  ];
  const age = upstreamAgeSeconds();
  if (age !== undefined) {
    const help = "Since upstream last gave an answer that could be read.";
    gauges.push({ name: "shop_upstream_age_seconds", help, value: age });
  }
  return new Response(metricsText(gauges, appVersion()), {
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-request-id": randomUUID(),
    },
  });
}
