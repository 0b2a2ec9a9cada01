import { env } from "@/lib/env/server";
import { handle } from "@/lib/http/handle";
import { hasBearer } from "@/lib/http/has-bearer";
import { HttpProblem } from "@/lib/http/http-problem";
import { hubTotals } from "@/lib/order-stream/hub";
import { metricsText } from "@/lib/telemetry/metrics-text";
import { upstreamAgeSeconds } from "@/lib/telemetry/upstream-age";
import { appVersion } from "@/lib/version";

export const dynamic = "force-dynamic";

export const GET = handle({ route: "/api/metrics" }, async ({ request, limit }) => {
  const { METRICS_TOKEN: token } = env();
  if (token === undefined) throw new HttpProblem("not_found");
  if (!hasBearer(request.headers.get("authorization"), token)) {
    await limit("LIMIT_ACCESS", "metrics");
    throw new HttpProblem("not_found");
  }
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
    },
  });
});
