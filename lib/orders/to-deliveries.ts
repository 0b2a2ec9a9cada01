import type { RevealedDelivery } from "../contract/order-view";
import { httpsUrl } from "../https-url";
import { redeemable } from "./redeem";
import type { UpstreamDelivery, UpstreamOrder } from "./upstream-order";

/** What is asked for on purpose, line by line: the codes of an order. Lines without one are left out. */
export function toDeliveries(order: UpstreamOrder): RevealedDelivery[] {
  return order.deliveries.filter(isRevealable).map(toDelivery);
}

export function isRevealable({ deliverable }: UpstreamDelivery): boolean {
  return redeemable(deliverable.pin_code).kind !== "none";
}

function toDelivery({ id, deliverable }: UpstreamDelivery): RevealedDelivery {
  const redeem = redeemable(deliverable.pin_code);
  const instructions = [deliverable.pin_usage_instructions, deliverable.redeem_instructions]
    .map(plainText)
    .filter((text) => text !== "");
  return {
    id,
    ...(redeem.kind === "code" && { code: redeem.code }),
    ...(redeem.kind === "link" && { codeUrl: redeem.url }),
    ...(redeem.kind === "esim" && {
      esim: {
        lpa: redeem.lpa,
        installUrl: httpsUrl(deliverable.installation_url),
        appleUrl: httpsUrl(deliverable.apple_universal_link),
        androidUrl: httpsUrl(deliverable.android_universal_link),
      },
    }),
    ...(deliverable.pin_serial && { serial: deliverable.pin_serial }),
    ...(deliverable.security_code && { securityCode: deliverable.security_code }),
    ...(instructions.length > 0 && { instructions }),
  };
}

/** Instructions as lines of text: tags become line breaks, and nothing is ever rendered as HTML. */
function plainText(html: string | undefined): string {
  return (html ?? "")
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(?:br|\/p|\/li|\/h\d|\/div)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, "&")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n")
    .slice(0, 5_000);
}
