/** What a span may say beyond its name and times: words from fixed lists, and no address that was asked for. */
const KEPT = new Set([
  "http.method",
  "http.route",
  "http.status_code",
  "next.route",
  "next.rsc",
  "next.span_type",
  "error.type",
]);

type Attributes = Record<string, unknown>;

/** The attributes of a span that may leave the process. */
export function maskAttributes(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => KEPT.has(name)));
}

/** The name of a span without what follows `orders/`, without queries and without other hosts. */
export function maskName(name: string): string {
  return name
    .replaceAll(/\?\S*/g, "")
    .replaceAll(/https?:\/\/\S+/g, "…")
    .replaceAll(/orders\/(?!\[|access\b|validations\b)[^/\s]+/g, "orders/***");
}
