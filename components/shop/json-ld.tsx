import { jsonLdText } from "@/lib/findable/json-ld-text";

/** Tells search engines in their own words what the page shows. A browser never runs it. */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
  return <script type="application/ld+json">{jsonLdText(data)}</script>;
}
