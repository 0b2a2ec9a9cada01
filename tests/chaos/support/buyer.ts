import { randomUUID } from "node:crypto";
import { giftCardBody } from "../../support/gift-card-body";

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

  headers(): { cookie: string; host: string } {
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

  /** A gift card with the price that the shop asks for it now. */
  async cart(email?: string): Promise<Record<string, unknown>> {
    const body = await giftCardBody(async (path) => (await this.get(path)).json(), email);
    const reply = await this.post("/api/orders/validations", body);
    const { total } = (await reply.json()) as { total: unknown };
    return { ...body, acceptedPrice: total };
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
