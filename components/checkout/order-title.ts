import { fill } from "@/lib/i18n/fill";
import type { CheckoutLine, CheckoutMessages, PricedLine } from "./checkout-types";

/** What a line buys, as one says it: the amount of a range, or the product's own label. */
export function lineLabel({ product }: CheckoutLine, value: string | undefined): string {
  return product.range && value ? `${value} ${product.range.currency}` : product.label;
}

/** How an order is called in the list of this device. */
export function orderTitle(
  lines: readonly PricedLine[],
  messages: CheckoutMessages,
  locale: string,
): string {
  const [first] = lines;
  if (!first) return "";
  const title = `${first.line.brandName} ${lineLabel(first.line, first.value)}`;
  const more = lines.reduce((sum, { line }) => sum + line.quantity, -1);
  if (more === 0) return title;
  return `${title} ${fill(messages.titleMore, { count: more }, locale)}`;
}
