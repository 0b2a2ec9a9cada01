import { toCspReports } from "@/lib/http/csp-reports";
import { handle } from "@/lib/http/handle";
import { readJson } from "@/lib/http/read-json";
import { log } from "@/lib/log";
import { measure } from "@/lib/telemetry/metrics";

/** A browser sends several reports at once, each with the whole policy. */
const BODY = {
  types: /^application\/(?:csp-report|reports\+json)\s*(;|$)/i,
  limitBytes: 64 * 1024,
};

/**
 * Browsers tell here what a page's policy kept from running. They do so by themselves, not as a page
 * of the shop, and nothing changes by it: so it is not asked where a report comes from.
 */
export const POST = handle(
  { route: "/api/csp-report", limit: "LIMIT_REPORTS" },
  async ({ request, shop }) => {
    for (const { directive, blocked } of toCspReports(await readJson(request, BODY))) {
      log.warn({ event: "csp_violation", shop: shop.id, directive, blocked });
      measure("shop_csp_reports_total", { directive });
    }
    return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
  },
);
