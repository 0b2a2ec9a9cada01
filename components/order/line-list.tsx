"use client";

import { Badge } from "@/components/ui/badge";
import type { LineView, OrderView, Phase } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import { CoinText } from "./coin-text";
import { CopyButton } from "./copy-button";
import { lineTitle } from "./line-title";
import { useOrderContext } from "./order-context";
import { RedeemCode } from "./redeem-code";
import { isAboveZero } from "./scene";
import { useReveal } from "./use-reveal";

const STATE_TONES = {
  waiting: "neutral",
  queued: "neutral",
  idle: "neutral",
  delivering: "info",
  delivered: "ok",
  failed: "danger",
  refunded: "neutral",
  unknown: "neutral",
} as const;

/** While nothing is paid, a line waits for the payment; later it waits for its turn. */
const UNPAID: ReadonlySet<Phase> = new Set([
  "preparing",
  "awaiting_payment",
  "on_hold",
  "verifying",
  "partly_paid",
]);

/** What was bought, each line with its own state; whatever is ready can be opened here. */
export function LineList({ view }: { view: OrderView }) {
  const { messages } = useOrderContext();
  const reveal = useReveal(view.reference);
  const { due, before } = view.totals;
  return (
    <section className="rounded-card border border-line bg-surface" aria-labelledby="lines-title">
      <h2 id="lines-title" className="px-4 pt-4 font-semibold text-lg sm:px-6 sm:pt-6">
        {messages.lines.title}
      </h2>
      <ul className="divide-y divide-line">
        {view.lines.map((line) => (
          <li key={line.id} className="px-4 py-4 sm:px-6" data-testid="order-line">
            <Line view={view} line={line} />
            {line.revealable &&
              (view.scope === "pay" ? (
                <p className="mt-3 text-sm" data-testid="follow-only">
                  {messages.code.follow}
                </p>
              ) : (
                <RedeemCode line={line} reveal={reveal} />
              ))}
          </li>
        ))}
      </ul>
      <dl className="border-line border-t px-4 py-4 sm:px-6">
        {before && (
          <div className="flex justify-between gap-4 text-muted text-sm">
            <dt>{messages.lines.before}</dt>
            <dd className="tabular-nums line-through">
              <CoinText {...before} />
            </dd>
          </div>
        )}
        <div className="flex justify-between gap-4 font-semibold">
          <dt>{messages.lines.total}</dt>
          <dd className="tabular-nums">
            <CoinText {...due} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Line({ view, line }: { view: OrderView; line: LineView }) {
  const { messages } = useOrderContext();
  const state = stateOf(view, line);
  return (
    <>
      <div className="flex items-start gap-3">
        {line.logo && (
          // biome-ignore lint/performance/noImgElement: logos come ready-sized from their own host
          <img
            src={line.logo.url}
            alt=""
            width={72}
            height={46}
            loading="lazy"
            className="h-11.5 w-18 shrink-0 rounded-field bg-tile object-contain"
            style={line.logo.background ? { background: line.logo.background } : undefined}
          />
        )}
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">
            <bdi>{lineTitle(line)}</bdi>
          </p>
          {line.beneficiaryMasked && line.deliversTo !== "email" && (
            <p className="text-muted text-sm" dir="auto">
              {fill(messages.lines.to, { target: line.beneficiaryMasked })}
            </p>
          )}
          <div className="mt-1.5">
            <Badge tone={STATE_TONES[state]}>{messages.lines.state[state]}</Badge>
          </div>
        </div>
      </div>
      {line.state === "failed" && (
        <p dir="auto" className="mt-3 text-sm">
          {line.failure ?? messages.lines.failure}
        </p>
      )}
      {line.reference && <TopUpReference reference={line.reference} />}
    </>
  );
}

/** A line's own word, told in the light of the whole order: who has paid is not told “not paid”. */
function stateOf(view: OrderView, { state, deliversTo, revealable, reference }: LineView) {
  if (state === "waiting") {
    if (UNPAID.has(view.phase)) return "waiting";
    const unpaid = view.final && !isAboveZero(view.payment.received);
    return unpaid ? "idle" : "queued";
  }
  // A finished order is read on only while something of it is missing.
  const isRead = view.phase === "done" && view.watch.pollSeconds !== undefined;
  const codeComes = isRead && deliversTo === "email" && !revealable && !reference;
  return codeComes && state === "delivered" ? "delivering" : state;
}

function TopUpReference({ reference }: { reference: string }) {
  const { messages } = useOrderContext();
  return (
    <div className="mt-3 rounded-field bg-sunken p-3">
      <p className="text-muted text-sm">{messages.lines.topUpReference}</p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <code
          translate="no"
          dir="ltr"
          className="notranslate break-all font-mono"
          data-testid="top-up-reference"
        >
          {reference}
        </code>
        <CopyButton
          value={reference}
          label={messages.lines.copyTopUpReference}
          what={messages.lines.topUpReference}
          variant="quiet"
        />
      </div>
      <p className="mt-1 text-muted text-sm">{messages.lines.topUpText}</p>
    </div>
  );
}
