"use client";

import { useCallback, useState } from "react";
import { OrderProvider, useOrderContext } from "@/components/order/order-context";
import type { OrderMessages } from "@/components/order/order-messages";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useKeptFocus } from "@/components/ui/use-kept-focus";
import type { Phase } from "@/lib/contract/order-view";
import type { OrderList } from "@/lib/device/order-list";
import type { ListedOrder } from "@/lib/device/vault";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import { HANDLING } from "@/lib/orders/status";
import { homePath } from "@/lib/urls";
import { DeviceTools } from "./device-tools";
import { filterOrders, type OrderGroup } from "./filter-orders";
import { ForgetDialog } from "./forget-dialog";
import { OrderFilter } from "./order-filter";
import { OrderRow } from "./order-row";
import type { OrdersMessages } from "./orders-messages";
import { UnlockList } from "./unlock-list";
import { useDeviceOrders } from "./use-device-orders";

type Props = { messages: OrdersMessages; order: OrderMessages; locale: Locale };

/** The orders that this browser remembers, each with its state of now, and what it may do with them. */
export function DeviceOrderList({ messages, order, locale }: Props) {
  const { list, stateOf, reload, empty } = useDeviceOrders(locale);
  const [isChanged, setChanged] = useState(false);
  // What was pressed to change the list is gone with the row, the form or the lock that it stood in.
  const box = useKeptFocus<HTMLDivElement>(isChanged && shapeOf(list));
  const text = messages.list;

  const again = useCallback(() => {
    setChanged(true);
    void reload();
  }, [reload]);

  return (
    <OrderProvider messages={order} locale={locale}>
      <div ref={box} tabIndex={-1} className="flex flex-col gap-6">
        {!list && <Skeleton className="h-24 w-full" />}
        {list?.kind === "locked" && <UnlockList messages={messages} onUnlocked={again} />}
        {list?.kind === "listed" && (
          <>
            {list.vault === "blocked" && (
              <Notice tone="info" title={text.blockedTitle}>
                {text.blocked}
              </Notice>
            )}
            {list.damaged > 0 && (
              <Notice tone="warn">{fill(text.damaged, { count: list.damaged }, locale)}</Notice>
            )}
            {list.orders.length === 0 ? (
              <EmptyList messages={messages} locale={locale} />
            ) : (
              <Rows
                orders={list.orders}
                stateOf={stateOf}
                messages={messages}
                locale={locale}
                onChanged={again}
              />
            )}
          </>
        )}
        {list && (
          <DeviceTools
            messages={messages}
            locale={locale}
            vault={list.kind === "locked" ? "locked" : list.vault}
            onChanged={again}
            onWiped={empty}
          />
        )}
      </div>
    </OrderProvider>
  );
}

/** What there is to see of a list, as far as it can be pressed away. */
function shapeOf(list: OrderList | undefined): string {
  return list?.kind === "listed" ? `${list.vault} ${list.orders.length}` : `${list?.kind}`;
}

type RowsProps = Omit<Props, "order"> & {
  orders: readonly ListedOrder[];
  stateOf: ReturnType<typeof useDeviceOrders>["stateOf"];
  onChanged: () => void;
};

/** From here on a list is worth searching. */
const SEARCHED_FROM = 4;

function Rows({ orders, stateOf, messages, locale, onChanged }: RowsProps) {
  const [query, setQuery] = useState("");
  const [group, setGroup] = useState<OrderGroup>("all");
  const [leaving, setLeaving] = useState<ListedOrder>();
  const { announce } = useOrderContext();
  const stay = () => setLeaving(undefined);
  const phaseOf = (order: ListedOrder) => {
    const state = stateOf(order);
    return state?.kind === "known" ? state.phase : order.state?.phase;
  };
  const shown = filterOrders(orders, { query, group }, phaseOf);
  return (
    <div className="flex flex-col gap-4">
      {orders.length >= SEARCHED_FROM && (
        <OrderFilter
          messages={messages}
          locale={locale}
          count={shown.length}
          group={group}
          onQuery={setQuery}
          onGroup={setGroup}
        />
      )}
      {shown.length > 0 && (
        <ul
          className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
          aria-label={messages.list.label}
          data-testid="device-orders"
        >
          {shown.map((order) => (
            <OrderRow
              key={order.reference}
              order={order}
              state={stateOf(order)}
              messages={messages}
              locale={locale}
              onForget={() => setLeaving(order)}
              onStale={onChanged}
            />
          ))}
        </ul>
      )}
      {leaving && (
        <ForgetDialog
          reference={leaving.reference}
          name={leaving.title}
          isOver={isOver(phaseOf(leaving))}
          words={messages.list}
          onClose={stay}
          onForgotten={() => {
            stay();
            announce(messages.list.removed);
            onChanged();
          }}
        />
      )}
    </div>
  );
}

const isOver = (phase: Phase | undefined): boolean => phase !== undefined && HANDLING[phase].final;

function EmptyList({ messages, locale }: Omit<Props, "order">) {
  return (
    <div className="rounded-card border border-line border-dashed px-4 py-10 text-center sm:px-6">
      <h2 className="font-semibold text-lg">{messages.empty.title}</h2>
      <p className="mx-auto mt-1 max-w-prose text-muted">{messages.empty.text}</p>
      <div className="mt-5">
        <ButtonLink href={homePath(locale)}>{messages.empty.action}</ButtonLink>
      </div>
    </div>
  );
}
