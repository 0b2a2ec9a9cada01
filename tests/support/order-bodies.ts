import { randomUUID } from "node:crypto";
import { giftCardBody } from "./gift-card-body";
import type { ShopClient } from "./shop-client";

type Brand = { slug: string; brandId: string };
export type Body = Awaited<ReturnType<typeof giftCard>>;

/** A gift card as the checkout asks for it. */
export function giftCard(client: ShopClient, email?: string) {
  return giftCardBody(async (path) => (await client.request(path)).json(), email);
}

type Choice = { country?: string; denomination?: string; value?: string; beneficiary?: string };

/** A line of an order for a brand, delivered by e-mail unless said otherwise. */
export async function lineFor(client: ShopClient, slug: string, choice: Choice) {
  const { country = "US", beneficiary = "buyer@example.com", ...wanted } = choice;
  const { brands } = (await (await client.request(`/api/catalog/${country}`)).json()) as {
    brands: Brand[];
  };
  const brand = brands.find((candidate) => candidate.slug === slug);
  if (!brand) throw new Error(`The sandbox no longer sells ${slug} in ${country}`);
  return { brand: slug, brandId: brand.brandId, country, beneficiary, ...wanted };
}

/** What the shop says a body costs now. */
export async function priceOf(client: ShopClient, body: Body) {
  const reply = await client.post("/api/orders/validations", body);
  const { total } = (await reply.json()) as { total: { amount: string; coin: string } };
  return total;
}

type Held = { payment: { coin: string; hold?: { actual?: string } } };

/** Accepts the dearer price of an order that is on hold: the one that its page shows, or another. */
export async function accept(
  client: ShopClient,
  path: string,
  { amount, headers = {} }: { amount?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { payment } = (await (await client.request(path, { headers })).json()) as Held;
  const acceptedPrice = { amount: amount ?? payment.hold?.actual ?? "1", coin: payment.coin };
  return client.post(`${path}/accept`, { acceptedPrice }, headers);
}

/** Orders a gift card and returns its reference. */
export async function order(client: ShopClient, email?: string): Promise<string> {
  const body = await giftCard(client, email);
  const acceptedPrice = await priceOf(client, body);
  const key = { "idempotency-key": randomUUID() };
  const reply = await client.post("/api/orders", { ...body, acceptedPrice }, key);
  if (reply.status !== 201) throw new Error(`No order: ${await reply.text()}`);
  const { order: view } = (await reply.json()) as { order: { reference: string } };
  return view.reference;
}
