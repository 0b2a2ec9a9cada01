/** The pages with money on them, by the part of their path behind the locale. */
export const MONEY_PAGES: readonly string[] = ["checkout", "orders", "demo", "gift"];

/** Whether this path of the shop, as `/en/orders/…`, shows a page with money on it. */
export function isMoneyPath(path: string): boolean {
  return MONEY_PAGES.includes(path.split("/")[2] ?? "");
}
