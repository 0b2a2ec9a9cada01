import { act, fireEvent, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import type { CheckoutLine } from "@/components/checkout/checkout-types";
import type { CartItem } from "@/lib/cart/cart-item";
import { methodId } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import messages from "@/messages/en/checkout.json";
import { paymentMethod } from "../../support/payment-method";
import { giftCard } from "./checkout-lines";

export { messages };

const method = (coin: string, network: string, more: Partial<PaymentMethod> = {}) =>
  paymentMethod(coin, network, { minimum: { amount: "0.56", coin }, ...more });

const solana = method("USDC", "Solana", { verifiedToken: true });
const base = method("USDC", "Base");
const optimism = method("USDC", "Optimism", { networkSuspended: true });
const bitcoin = method("BTC", "Mainnet");

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | "offline";
type Sent = { path: string; headers: Headers; body: Record<string, unknown> };

export const okValidation: Answer = {
  status: 200,
  body: {
    ok: true,
    total: { amount: "25.43", coin: "USDC" },
    lines: [{ brand: "acme", faceValue: { amount: "25", currency: "USD" } }],
    problems: [],
  },
};

export const created: Answer = {
  status: 201,
  body: {
    location: "/en/orders/ref",
    order: { reference: "r".repeat(60), createdAt: "2026-11-23T20:00:00.000Z" },
  },
};

export const refusal = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: "about:blank", title: code, status, code, detail: `Sentence of ${code}.`, ...more },
});

/** A fetch whose answers are queued per path; it records what was posted. */
export class FakeServer {
  readonly sent: Sent[] = [];
  readonly #answers = new Map<string, Answer[]>();
  #gate: Promise<void> | undefined;

  answer(path: "validations" | "orders", ...answers: Answer[]): this {
    this.#answers.set(path, [...(this.#answers.get(path) ?? []), ...answers]);
    return this;
  }

  /** Holds every answer back until the returned function is called. */
  hold(): () => void {
    let open = () => {};
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(String(input), "http://shop.test");
    if (init?.method !== "POST") return new Response("{}", { status: 404 });
    this.sent.push({
      path: pathname,
      headers: new Headers(init.headers),
      body: JSON.parse(String(init.body)) as Record<string, unknown>,
    });
    await this.#gate;
    const queue = this.#answers.get(pathname === "/api/orders" ? "orders" : "validations") ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (!answer) throw new Error(`No answer queued for ${pathname}`);
    if (answer === "offline") throw new TypeError("Failed to fetch");
    const { status, body, headers = {} } = answer;
    return new Response(body === undefined ? "<html>" : JSON.stringify(body), { status, headers });
  };

  posts(path: string): Sent[] {
    return this.sent.filter((request) => request.path === path);
  }

  keys(): (string | null)[] {
    return this.posts("/api/orders").map(({ headers }) => headers.get("idempotency-key"));
  }
}

type Options = {
  lines?: CheckoutLine[];
  isCart?: boolean;
  missing?: CartItem[];
  methods?: PaymentMethod[];
  accountHref?: string;
  verificationHref?: string;
  navigate?: (location: string) => void;
};

export const openCheckout = (options?: Options) => render(checkoutPage(options));

/** The server's page, with which `meanwhile` does something just before React begins to take it over. */
export async function hydrateCheckout(meanwhile: () => void): Promise<void> {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(checkoutPage());
  await act(async () => {
    render(checkoutPage(), { container, hydrate: true });
    meanwhile();
  });
}

function checkoutPage({ lines = [giftCard], methods, navigate, ...more }: Options = {}) {
  const offered = methods ?? [solana, base, optimism, bitcoin];
  return (
    <CheckoutForm
      locale="en"
      messages={messages}
      lines={lines}
      {...more}
      methods={offered}
      preferred={methodId(offered[0] ?? solana)}
      ordersHref="/en/orders"
      seller={<p>{messages.sellerText}</p>}
      navigate={navigate ?? (() => {})}
    />
  );
}

export function type(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

export async function press(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
  });
}

/** Fills in the gift card's form and goes on to the review. */
export async function toReview(email = "ada@example.com"): Promise<void> {
  type(messages.emailLabel, email);
  await press(messages.review);
  await screen.findByRole("heading", { name: messages.reviewTitle });
}

export function consentToAll(): void {
  for (const box of screen.queryAllByRole("checkbox")) {
    if (!(box as HTMLInputElement).checked) fireEvent.click(box);
  }
}
