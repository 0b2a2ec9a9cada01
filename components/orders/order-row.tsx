"use client";

import { useCallback, useEffect, useState } from "react";
import { NoCode } from "@/components/order/late-revealed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { latePart } from "@/components/ui/late-part";
import type { ListedOrder } from "@/lib/device/vault";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import type { Locale } from "@/lib/i18n/locales";
import { orderPath } from "@/lib/urls";
import type { OrdersMessages } from "./orders-messages";
import type { OrderState } from "./use-device-orders";

/** Pictures of codes and the parts of an eSIM come only with a code. */
const LateKeptCodes = latePart(async () => (await import("./kept-codes")).KeptCodes, NoCode);

type Props = {
  order: ListedOrder;
  state: OrderState | undefined;
  messages: OrdersMessages;
  locale: Locale;
  onForget: () => void;
  /** What the row says of kept codes is no longer so. */
  onStale: () => void;
};

export function OrderRow({ order, state, messages, locale, onForget, onStale }: Props) {
  const text = messages.list;
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const findGone = useCallback(() => {
    close();
    onStale();
  }, [close, onStale]);
  const hasCodes = order.kept > 0;
  useEffect(() => {
    // A kept code is for when there is no connection, so what shows it is there before.
    if (hasCodes) LateKeptCodes.fetch();
  }, [hasCodes]);
  return (
    <li className="px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <a
          href={orderPath(locale, order.reference)}
          className="flex min-h-11 min-w-0 flex-1 basis-56 flex-col justify-center"
        >
          <span className="block break-words font-medium underline-offset-4 hover:underline">
            {order.title}
          </span>
          <time dateTime={order.createdAt} className="text-muted text-sm">
            {timeOf(order.createdAt, locale)}
          </time>
        </a>
        <OrderBadge order={order} state={state} messages={messages} locale={locale} />
      </div>
      <div className="-mx-4 mt-1 flex flex-wrap">
        {hasCodes && (
          <Button
            variant="quiet"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            data-testid="show-kept"
          >
            <Icon name="eye" />
            {open ? text.hideCode : text.showCode}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-label={fill(text.forgetThis, { title: order.title })}
          onClick={onForget}
        >
          {text.forget}
        </Button>
      </div>
      {open && (
        <LateKeptCodes
          reference={order.reference}
          title={order.title}
          onLeft={close}
          onGone={findGone}
        />
      )}
    </li>
  );
}

function timeOf(iso: string, locale: Locale): string {
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(formatLocale(locale), format).format(new Date(iso));
}

const PHASE_TONES: Partial<Record<keyof OrdersMessages["phase"], "ok" | "warn" | "info">> = {
  done: "ok",
  awaiting_payment: "info",
  partly_paid: "warn",
  on_hold: "warn",
  confirming: "info",
  paid: "info",
  delivering: "info",
};

/** The state of now where it can be read, and else the last one that this device knows. */
function OrderBadge({ order, state, messages, locale }: Omit<Props, "onForget" | "onStale">) {
  const text = messages.list;
  const last = order.state;
  const phase = state?.kind === "known" ? state.phase : last?.phase;
  const isOld = state?.kind !== "known" && last !== undefined;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {state?.kind === "gone" && <Badge>{text.gone}</Badge>}
      {phase && <Badge tone={PHASE_TONES[phase] ?? "neutral"}>{messages.phase[phase]}</Badge>}
      {!phase && !state && <Badge>{text.loading}</Badge>}
      {!phase && (state?.kind === "failed" || state?.kind === "settled") && (
        <Badge>{text.stateUnknown}</Badge>
      )}
      {isOld && state && (
        <span className="text-muted text-sm">
          {fill(text.asOf, { time: timeOf(last.at, locale) })}
        </span>
      )}
    </span>
  );
}
