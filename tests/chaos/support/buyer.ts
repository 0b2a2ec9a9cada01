import { randomUUID } from "node:crypto";

type Brand = { slug: string; brandId: string };
type Ordered = {
  status: number;
  body: Record<string, unknown>;
  cookies: string[];
  headers: Headers;
};

/** A browser of its own in front of a running shop. */
export class Buyer {
  private readonly shop: string;
  readonly cookies = new Map([["buyer", randomUUID().replaceAll("-", "")]]);

  constructor(shop: string) {
    this.shop = shop;
  }

  get(path: string, shop = this.shop): Promise<Response> {
    return fetch(shop + path, { headers: this.headers(), redirect: "manual" });
  }

  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { cookie, host: new URL(this.shop).host };
  }

  private async post(path: string, body: unknown, more: Record<string, string> = {}) {
    return fetch(this.shop + path, {
      method: "POST",
      headers: {
        ...this.headers(),
        origin: this.shop,
        "content-type": "application/json",
        ...more,
      },
      body: JSON.stringify(body),
    });
  }

  /** A gift card of twenty dollars with the price that the shop asks for it now. */
  async cart(email = "buyer@example.com"): Promise<Record<string, unknown>> {
    const { brands } = (await (await this.get("/api/catalog/US")).json()) as { brands: Brand[] };
    const brandId = brands.find(({ slug }) => slug === "pixelforge")?.brandId;
    const body = {
      lines: [
        {
          brand: "pixelforge",
          brandId,
          country: "US",
          denomination: "20 USD",
          beneficiary: email,
        },
      ],
      email,
      payment: { via: "default", coin: "USDC", network: "Base" },
      newsletter: false,
      lang: "en",
    };
    const { methods } = (await (await this.get("/api/payment-methods")).json()) as {
      methods: { via: string; coin: string; network: string }[];
    };
    const via = methods.find(({ coin, network }) => coin === "USDC" && network === "Base")?.via;
    const checked = { ...body, payment: { ...body.payment, via: via ?? "default" } };
    const reply = await this.post("/api/orders/validations", checked);
    const { total } = (await reply.json()) as { total: unknown };
    return { ...checked, acceptedPrice: total };
  }

  async order(cart: Record<string, unknown>, key: string = randomUUID()): Promise<Ordered> {
    const reply = await this.post("/api/orders", cart, { "idempotency-key": key });
    const cookies = reply.headers.getSetCookie();
    for (const line of cookies) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      this.cookies.set(name, value);
    }
    const body = (await reply.json().catch(() => ({}))) as Record<string, unknown>;
    return { status: reply.status, body, cookies, headers: reply.headers };
  }
}
