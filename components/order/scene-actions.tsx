import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { OrderView } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { browsePath, homePath } from "@/lib/urls";
import { HoldCard } from "./hold-card";
import { useOrderContext } from "./order-context";
import { ReorderCard } from "./reorder-card";
import type { Scene } from "./scene";
import { SupportReport } from "./support-report";

const AGAIN: ReadonlySet<Scene> = new Set(["failed", "setup_failed", "hold_echo", "canceled"]);
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
  const [line] = view.lines;
  const again = line
    ? `${browsePath(locale, line.country)}?q=${encodeURIComponent(line.brand)}`
    : homePath(locale);
  if (scene === "hold_price") return <HoldCard view={view} onChanged={onChanged} />;
  if (scene === "expired") {
    return <ReorderCard againHref={again} report={<SupportReport view={view} />} />;
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
