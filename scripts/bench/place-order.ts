import { Buyer } from "../../tests/chaos/support/buyer";

/** Orders a gift card as a browser would; returns the page of the order and the cookies that open it. */
export async function placeOrder(shopUrl: string): Promise<{ url: string; cookie: string }> {
  const buyer = new Buyer(shopUrl);
  const { status, body } = await buyer.order(await buyer.cart());
  if (status !== 201) throw new Error(`no order was made: ${status} ${String(body.code)}`);
  return { url: new URL(String(body.location), shopUrl).href, cookie: buyer.headers().cookie };
}
