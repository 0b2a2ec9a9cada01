import { useEffect } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { useWallet } from "@/components/wallet/wallet-context";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { browsePath, homePath } from "@/lib/urls";
import { HoldCard } from "./hold-card";
import { LateReorderCard } from "./late-reorder-card";
import { useOrderContext } from "./order-context";
import type { Scene } from "./scene";
import { SupportReport } from "./support-report";

/** Something may have been sent to the address of these. */
const ASK: ReadonlySet<Scene> = new Set(["expired", "failed", "failed_sent", "canceled"]);
/** Of these nothing was ever payable, unless this browser knows better. */
const AGAIN: ReadonlySet<Scene> = new Set(["setup_failed", "hold_echo"]);
const REPORT: ReadonlySet<Scene> = new Set([
  "verifying_partly",
  "expired_partly",
  "failed_paid",
  "hold_address",
  "hold_bad_address",
  "hold_unverified",
]);

type Props = { view: OrderView; scene: Scene; onChanged: () => void };

/** What there is to do in a scene, beside paying. */
export function SceneActions({ view, scene, onChanged }: Props) {
  const { messages, locale } = useOrderContext();
  const sent = useWallet()?.sent;
  useEffect(LateReorderCard.fetch, []);
  const [line] = view.lines;
  const again = line
    ? `${browsePath(locale, line.country)}?q=${encodeURIComponent(line.brand)}`
    : homePath(locale);
  if (scene === "hold_price") return <HoldCard view={view} onChanged={onChanged} />;
  if (ASK.has(scene) || (sent && AGAIN.has(scene))) {
    return <LateReorderCard againHref={again} report={<SupportReport view={view} />} />;
  }
  if (scene === "pay_external" && view.payment.checkoutUrl) {
    const { checkoutUrl } = view.payment;
    return (
      <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
        <ButtonLink href={checkoutUrl} size="lg" rel="noreferrer">
          {messages.pay.continueExternal}
        </ButtonLink>
        <p className="mt-2 break-all text-muted text-sm">
          {fill(messages.pay.externalHost, { host: new URL(checkoutUrl).host })}
        </p>
      </section>
    );
  }
  if (AGAIN.has(scene)) {
    return (
      <div>
        <ButtonLink href={again} size="lg">
          {messages.after.again}
        </ButtonLink>
      </div>
    );
  }
  if (REPORT.has(scene)) {
    return (
      <section className="rounded-card border border-line bg-surface px-4 py-6 sm:px-6">
        <SupportReport view={view} />
      </section>
    );
  }
  if (scene === "partly_paid") {
    return (
      <div className="rounded-card border border-line bg-surface px-4 sm:px-6">
        <Disclosure title={messages.partial.cannot}>
          <p className="pb-3">{messages.partial.cannotText}</p>
          <SupportReport view={view} />
        </Disclosure>
      </div>
    );
  }
  if (scene === "pay") {
    return (
      <section className="text-muted text-sm">
        <h2 className="font-medium text-ink">{messages.pay.next}</h2>
        <p className="mt-1 max-w-prose">{messages.pay.nextText}</p>
      </section>
    );
  }
  return null;
}
