"use client";

import { Notice } from "@/components/ui/notice";
import { fill } from "@/lib/i18n/fill";
import { formatLocale } from "@/lib/i18n/format-locale";
import { ordersPath } from "@/lib/urls";
import { useOrderContext } from "./order-context";
import type { WatchedOrder } from "./watch-order";

type Props = Pick<WatchedOrder, "connection" | "lastUpdate" | "missing">;

/** A trouble of the line is no state of the order: it stands above the last good one. */
export function ConnectionBanner({ connection, lastUpdate, missing }: Props) {
  const { messages, locale } = useOrderContext();
  const text = messages.live;
  if (missing) {
    return (
      <Notice tone="warn" title={text.missingTitle} role="status">
        {text.missingText}{" "}
        <a className="underline underline-offset-4" href={ordersPath(locale)}>
          {text.find}
        </a>
      </Notice>
    );
  }
  if (connection !== "offline") return null;
  const time =
    lastUpdate &&
    new Intl.DateTimeFormat(formatLocale(locale), { timeStyle: "medium" }).format(lastUpdate);
  return (
    <Notice tone="warn" title={text.offlineTitle} role="status">
      {time ? fill(text.offlineText, { time }) : text.offlineTextNever}
    </Notice>
  );
}
