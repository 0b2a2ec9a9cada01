"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { type DeviceOrder, deviceStorage, forgetOrder } from "@/lib/device/device-orders";
import { formatLocale } from "@/lib/i18n/format-locale";
import type { Locale } from "@/lib/i18n/locales";
import { homePath, orderPath } from "@/lib/urls";
import type { OrdersMessages } from "./orders-messages";
import { type OrderState, useDeviceOrders } from "./use-device-orders";

type Props = { messages: OrdersMessages; locale: Locale };

/** The orders that this browser remembers, each with its state of now, none with its codes. */
export function DeviceOrderList({ messages, locale }: Props) {
  const { orders, states, reload } = useDeviceOrders(locale);
  const [removed, setRemoved] = useState(false);

  function remove(reference: string) {
    forgetOrder(deviceStorage(), reference);
    setRemoved(true);
    reload();
  }

  return (
    <div>
      <p role="status" className="sr-only">
        {removed ? messages.list.removed : ""}
      </p>
      {orders === undefined && <Skeleton className="h-24 w-full" />}
      {orders?.length === 0 && <EmptyList messages={messages} locale={locale} />}
      {orders !== undefined && orders.length > 0 && (
        <ul
          className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
          aria-label={messages.list.label}
          data-testid="device-orders"
        >
          {orders.map((order) => (
            <OrderRow
              key={order.reference}
              order={order}
              state={states.get(order.reference)}
              messages={messages}
              locale={locale}
              onRemove={() => remove(order.reference)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type RowProps = Props & {
  order: DeviceOrder;
  state: OrderState | undefined;
  onRemove: () => void;
};

function OrderRow({ order, state, messages, locale, onRemove }: RowProps) {
  const date = new Intl.DateTimeFormat(formatLocale(locale), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const gone = state?.kind === "gone";
  return (
    <li className="flex items-center gap-3 pe-2">
      <a
        href={orderPath(locale, order.reference)}
        className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-4 hover:bg-sunken sm:px-6"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{order.title}</span>
          <time dateTime={order.createdAt} className="text-muted text-sm">
            {date.format(new Date(order.createdAt))}
          </time>
        </span>
        <StateBadge state={state} messages={messages} />
      </a>
      {gone && (
        <button
          type="button"
          className="min-h-11 shrink-0 rounded-field px-3 text-muted text-sm underline underline-offset-4"
          onClick={onRemove}
        >
          {messages.list.forget}
        </button>
      )}
    </li>
  );
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

function StateBadge({
  state,
  messages,
}: {
  state: OrderState | undefined;
  messages: OrdersMessages;
}) {
  if (!state) return <Badge tone="neutral">{messages.list.loading}</Badge>;
  if (state.kind === "gone") return <Badge tone="neutral">{messages.list.gone}</Badge>;
  if (state.kind === "failed") return <Badge tone="neutral">{messages.list.stateUnknown}</Badge>;
  return <Badge tone={PHASE_TONES[state.phase] ?? "neutral"}>{messages.phase[state.phase]}</Badge>;
}

function EmptyList({ messages, locale }: Props) {
  return (
    <div className="rounded-card border border-line border-dashed px-4 py-10 text-center sm:px-6">
      <h2 className="font-semibold text-lg">{messages.empty.title}</h2>
      <p className="mx-auto mt-1 max-w-prose text-muted">{messages.empty.text}</p>
      <div className="mt-5">
        <ButtonLink href={homePath(locale)} variant="primary">
          {messages.empty.action}
        </ButtonLink>
      </div>
    </div>
  );
}
