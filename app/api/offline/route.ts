import { handle } from "@/lib/http/handle";
import { loadMessages } from "@/lib/i18n/messages";
import { OFFLINE_POLICY, offlineShell } from "@/lib/offline/offline-shell";

/** The page that a device keeps for order pages without a connection. It holds nothing of any order. */
export const GET = handle({ route: "/api/offline" }, async ({ locale }) => {
  const { offline, code } = (await loadMessages(locale)).order;
  const { serial, securityCode, damaged } = code;
  return new Response(offlineShell(locale, { ...offline, serial, securityCode, damaged }), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": OFFLINE_POLICY,
      "cache-control": "no-cache",
      vary: "Accept-Language",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
});
