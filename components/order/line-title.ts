import type { LineView } from "@/lib/contract/order-view";

/** Upstream names some products with their brand and others by their value alone. */
export function lineTitle({ brand, label }: Pick<LineView, "brand" | "label">): string {
  return label.toLowerCase().includes(brand.toLowerCase()) ? label : `${brand} ${label}`.trim();
}
