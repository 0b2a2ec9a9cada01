"use client";

import { useBrowserValue } from "@/components/ui/use-browser-value";
import { formatLocale } from "@/lib/i18n/format-locale";

type Props = { iso: string; locale: string; utcTemplate: string; withDate?: boolean };

/** A moment in the reader's own zone; in UTC, and said so, until the browser has taken over. */
export function OrderTime({ iso, locale, utcTemplate, withDate = false }: Props) {
  const inBrowser = useBrowserValue(() => true, false);
  const text = new Intl.DateTimeFormat(formatLocale(locale), {
    ...(withDate ? { dateStyle: "medium" as const } : {}),
    timeStyle: "short",
    ...(inBrowser ? {} : { timeZone: "UTC" }),
  }).format(new Date(iso));
  return <time dateTime={iso}>{inBrowser ? text : utcTemplate.replace("{time}", text)}</time>;
}
