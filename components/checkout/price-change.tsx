import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CoinAmount } from "@/lib/contract/catalog";
import { fill } from "@/lib/i18n/fill";
import type { FailureProps } from "./failure-props";
import { formatCoin } from "./format-money";

/** Old and new price side by side; ordering at the new one is the buyer's own click. */
export function PriceChange(props: FailureProps & { actual: CoinAmount | undefined }) {
  const { accepted, actual, busy, messages } = props;
  return (
    <Notice tone="warn" title={messages.priceChangedTitle}>
      <p>{messages.priceChangedText}</p>
      <dl className="mt-3 grid max-w-sm gap-1 tabular-nums">
        {accepted ? (
          <div className="flex justify-between gap-4">
            <dt>{messages.priceOld}</dt>
            <dd className="line-through">
              <bdi>{formatCoin(accepted)}</bdi>
            </dd>
          </div>
        ) : null}
        {actual ? (
          <div className="flex justify-between gap-4 font-semibold">
            <dt>{messages.priceNew}</dt>
            <dd>
              <bdi>{formatCoin(actual)}</bdi>
            </dd>
          </div>
        ) : null}
      </dl>
      <div className="mt-3 flex flex-wrap gap-3">
        {actual ? (
          <Button busy={busy} onClick={() => props.onAccept(actual)}>
            {fill(messages.priceAccept, { price: formatCoin(actual) })}
          </Button>
        ) : (
          <Button busy={busy} onClick={props.onCheckAgain}>
            {messages.priceCheckAgain}
          </Button>
        )}
        <Button variant="quiet" onClick={props.onBack} disabled={busy}>
          {messages.back}
        </Button>
      </div>
    </Notice>
  );
}
