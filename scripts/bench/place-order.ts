type Brand = { slug: string; brandId: string };
type Method = { via: string; coin: string; network: string };

const HEADERS = { "content-type": "application/json", "sec-fetch-site": "same-origin" };

/** Orders a gift card as a browser would; returns the page of the order and the cookies that open it. */
export async function placeOrder(shopUrl: string): Promise<{ url: string; cookie: string }> {
  const read = async <T>(path: string) => (await (await fetch(shopUrl + path)).json()) as T;
  const { brands } = await read<{ brands: Brand[] }>("/api/catalog/US");
  const { methods } = await read<{ methods: Method[] }>("/api/payment-methods");
  const brand = brands.find(({ slug }) => slug === "pixelforge");
  const method = methods.find(({ coin, network }) => coin === "USDC" && network === "Base");
  if (!brand || !method) throw new Error("the sandbox sells something else now");
  const email = "buyer@example.com";
  const { via, coin, network } = method;
  const order = {
    lines: [
      {
        brand: brand.slug,
        brandId: brand.brandId,
        country: "US",
        denomination: "20 USD",
        beneficiary: email,
      },
    ],
    email,
    payment: { via, coin, network },
    newsletter: false,
    lang: "en",
  };
  const checkout = await fetch(`${shopUrl}/en/checkout`);
  const buyer = cookiesOf(checkout);
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(shopUrl + path, {
      method: "POST",
      headers: { ...HEADERS, origin: shopUrl, cookie: buyer, ...more },
      body: JSON.stringify(body),
    });
  const { total } = (await (await post("/api/orders/validations", order)).json()) as {
    total: { amount: string; coin: string };
  };
  const acceptedPrice = { amount: total.amount, coin: total.coin };
  const key = { "idempotency-key": crypto.randomUUID() };
  const made = await post("/api/orders", { ...order, acceptedPrice }, key);
  const body = (await made.json()) as Record<string, unknown>;
  if (!made.ok) throw new Error(`no order was made: ${made.status} ${String(body.code)}`);
  return {
    url: new URL(String(body.location), shopUrl).href,
    cookie: `${buyer}; ${cookiesOf(made)}`,
  };
}

const cookiesOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
