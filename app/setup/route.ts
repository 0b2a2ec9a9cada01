import { examine } from "@/lib/doctor/examine";
import { toReport } from "@/lib/doctor/report";
import { REPORT_POLICY, reportHtml } from "@/lib/doctor/report-html";
import { handle } from "@/lib/http/handle";
import { loadMessages } from "@/lib/i18n/messages";
import { turnAway } from "./turn-away";

export const dynamic = "force-dynamic";

const HEADERS = {
  "cache-control": "private, no-store",
  "content-security-policy": REPORT_POLICY,
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
  vary: "Accept, Accept-Language, Authorization",
};

/** The doctor's report on the running shop, as its configured address shows it. */
export const GET = handle({ route: "/setup" }, async ({ request, shop, locale, limit }) => {
  const refusal = await turnAway({ request, limit });
  if (refusal) return refusal;
  const { doctor: words } = await loadMessages(locale);
  const report = toReport(await examine({ url: shop.url }), words, locale);
  const wantsJson = request.headers.get("accept")?.includes("application/json");
  return wantsJson
    ? Response.json(report, { headers: HEADERS })
    : new Response(reportHtml(report, words, locale), {
        headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" },
      });
});
