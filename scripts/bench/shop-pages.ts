import { placeOrder } from "./place-order";
import type { Page } from "./visit-with-lighthouse";

export const PAGES = {
  home: "/us",
  browse: "/us/browse",
  brand: "/us/pixelforge",
  checkout: "/checkout?l=US%2Fpixelforge%2F1%2Fd%3A20+USD",
} as const;

/** The pages that promises are about, in one language; the order is made anew for each. */
export async function shopPages(shopUrl: string, locale: string): Promise<Page[]> {
  const order = await placeOrder(shopUrl);
  const orderUrl = order.url.replace("/en/orders/", `/${locale}/orders/`);
  return [
    ...Object.entries(PAGES).map(([name, path]) => ({ name, url: `${shopUrl}/${locale}${path}` })),
    { name: "order", url: orderUrl, cookie: order.cookie },
  ];
}
