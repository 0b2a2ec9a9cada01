// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import type { CheckoutMessages } from "@/components/checkout/checkout-types";
import { methodId } from "@/lib/cart/payment-choice";
import type { PaymentMethod } from "@/lib/contract/catalog";
import type { Locale } from "@/lib/i18n/locales";
import type { NetworkFee } from "@/lib/payment/network-fees";
import en from "@/messages/en/checkout.json";
import tr from "@/messages/tr/checkout.json";
import { paymentMethod } from "../support/payment-method";
import { giftCard } from "./support/checkout-lines";

afterEach(cleanup);

const method = (network: string, more: Partial<PaymentMethod> = {}) =>
  paymentMethod("USDC", network, more);

const METHODS = [
  method("Tron", { networkSuspended: true }),
  method("ETH Mainnet"),
  method("Sonic"),
  method("Base"),
  method("Solana"),
];

type Options = { locale?: Locale; networkFees?: Record<string, NetworkFee> };

function open({ locale = "en", networkFees }: Options = {}) {
  const messages: CheckoutMessages = locale === "tr" ? tr : en;
  render(
    <CheckoutForm
      locale={locale}
      messages={messages}
      lines={[giftCard]}
      methods={METHODS}
      preferred={methodId(method("Solana"))}
      networkFees={networkFees}
      ordersHref="/en/orders"
      seller={null}
    />,
  );
}

const tiles = () => screen.getAllByRole<HTMLInputElement>("radio");
const tile = (name: RegExp) => screen.getByRole("radio", { name }).closest("label")?.textContent;

it("ranks the networks by what they usually cost, the paused one last", () => {
  open();
  expect(tiles().map(({ id }) => id.replace("network-USER_WALLET-USDC-", ""))).toEqual([
    "Solana",
    "Base",
    "ETH-Mainnet",
    "Sonic",
    "Tron",
  ]);
  expect(tiles()[0]?.checked).toBe(true);
  expect(tiles().at(-1)?.disabled).toBe(true);
});

it("labels a fee as typical, with its time, and invents none", () => {
  open();
  expect(tile(/Base/)).toContain("Typical network fee $0.01–$0.10, about 10\u00a0s");
  expect(tile(/Ethereum/)).toContain("Typical network fee $0.50–$10.00, about 3\u00a0min");
  expect(tile(/Sonic/)).not.toContain("fee");
  expect(screen.getByText(/typical ranges of November 2026/)).toBeTruthy();
});

it("shows the shop's own figures instead, and ranks by them", () => {
  open({ networkFees: { base: { lowUsd: "20", highUsd: "30", seconds: 45 } } });
  expect(tile(/Base/)).toContain("Typical network fee $20.00–$30.00, about 45\u00a0s");
  expect(tiles().map(({ id }) => id)).toEqual([
    expect.stringMatching(/Solana$/),
    expect.stringMatching(/ETH-Mainnet$/),
    expect.stringMatching(/Base$/),
    expect.stringMatching(/Sonic$/),
    expect.stringMatching(/Tron$/),
  ]);
});

it("writes fees as the language does", () => {
  open({ locale: "tr" });
  expect(tile(/Solana/)).toContain("Olağan ağ ücreti $0,001–$0,01, yaklaşık 10\u00a0sn");
});
