// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fill } from "@/lib/i18n/fill";
import messages from "@/messages/en/checkout.json";
import { paymentMethod } from "../support/payment-method";
import { FakeServer, okValidation, openCheckout, press, type } from "./support/checkout-page";

const EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const SOLANA = "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT";

let server: FakeServer;

// The form loads its checksums on demand; here they are loaded before anybody waits for them.
beforeAll(() => import("@/lib/payment/refund-check"));
beforeEach(() => {
  server = new FakeServer().answer("validations", okValidation);
  vi.stubGlobal("fetch", server.fetch);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const LEGACY = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
const SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

const error = () => document.getElementById("checkout-refund-error")?.textContent;
const ownError = () => document.getElementById("checkout-refundOwn-error")?.textContent;
const field = () => screen.getByLabelText<HTMLInputElement>(messages.refundLabel);

async function review(address: string, options: { own?: boolean; network?: RegExp } = {}) {
  openCheckout();
  type(messages.emailLabel, "ada@example.com");
  if (options.network) fireEvent.click(screen.getByRole("radio", { name: options.network }));
  type(messages.refundLabel, address);
  if (options.own ?? true) fireEvent.click(screen.getByLabelText(messages.refundOwn));
  await press(messages.review);
}

describe("a refund address", () => {
  it("that fits the network is sent and read back", async () => {
    await review(` ${EVM} `, { network: /Base/ });
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(server.posts("/api/orders/validations")[0]?.body).toMatchObject({ refundAddress: EVM });
    expect(screen.getByText(messages.refundReadBack).parentElement?.textContent).toContain(EVM);
  });

  it("that is none of the network is refused at its field and kept", async () => {
    await review(EVM);
    await vi.waitFor(() => expect(error()).toContain("Solana"));
    expect(field().value).toBe(EVM);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(server.sent).toEqual([]);
  });

  it("must be said to be one's own", async () => {
    await review(SOLANA, { own: false });
    await vi.waitFor(() => expect(ownError()).toBe(messages.refundOwnMissing));
    expect(error()).toBeUndefined();
    expect(server.sent).toEqual([]);
    fireEvent.click(within(screen.getByTestId("problems")).getByRole("link"));
    expect(document.activeElement).toBe(screen.getByLabelText(messages.refundOwn));
    fireEvent.click(screen.getByLabelText(messages.refundOwn));
    await vi.waitFor(() => expect(ownError()).toBeUndefined());
  });

  it("that is left empty is not sent at all", async () => {
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(server.sent[0]?.body).not.toHaveProperty("refundAddress");
    expect(screen.queryByText(messages.refundReadBack)).toBeNull();
  });

  it("that nobody wants any more needs no confirmation", async () => {
    await review(SOLANA, { own: false });
    await vi.waitFor(() => expect(ownError()).toBe(messages.refundOwnMissing));
    type(messages.refundLabel, "");
    await vi.waitFor(() => expect(ownError()).toBeUndefined());
    expect(field().closest("details")?.open).toBe(true);
  });

  it("is wrong beside everything else that is wrong, in one go", async () => {
    openCheckout();
    type(messages.refundLabel, EVM);
    await press(messages.review);
    const links = within(await screen.findByTestId("problems")).getAllByRole("link");
    expect(links).toHaveLength(3);
    expect(error()).toContain("Solana");
  });

  it("is checked again, and kept, as soon as another network is chosen", async () => {
    await review(EVM, { network: /Base/ });
    await screen.findByRole("heading", { name: messages.reviewTitle });
    await press(messages.back);
    fireEvent.click(screen.getByRole("radio", { name: /Solana/ }));
    await vi.waitFor(() => expect(error()).toContain("Solana"));
    expect(field().value).toBe(EVM);
    fireEvent.click(screen.getByRole("radio", { name: /Base/ }));
    await vi.waitFor(() => expect(error()).toBeUndefined());
    expect(field().value).toBe(EVM);
  });

  it("in bitcoin is one of the old form", async () => {
    openCheckout({ methods: [paymentMethod("BTC", "Mainnet")] });
    const hint = document.getElementById("checkout-refund-hint")?.textContent;
    expect(hint).toBe(messages.refundHintBitcoin);
    type(messages.emailLabel, "ada@example.com");
    type(messages.refundLabel, SEGWIT);
    fireEvent.click(screen.getByLabelText(messages.refundOwn));
    await press(messages.review);
    await vi.waitFor(() => expect(error()).toBe(messages.refundLegacyOnly));
    type(messages.refundLabel, LEGACY);
    await vi.waitFor(() => expect(error()).toBeUndefined());
  });

  it("is not asked for where nothing can be sent back, unless one stands there already", async () => {
    openCheckout({ methods: [paymentMethod("BTC", "Mainnet"), paymentMethod("BTC", "Lightning")] });
    const lightning = screen.getByRole("radio", { name: /Lightning/ });
    fireEvent.click(lightning);
    expect(screen.queryByText(messages.refundTitle)).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: /Bitcoin/ }));
    type(messages.refundLabel, LEGACY);
    fireEvent.click(lightning);
    const sentence = fill(messages.refundUnsupported, { network: "Lightning" });
    await vi.waitFor(() => expect(error()).toBe(sentence));
    expect(field().value).toBe(LEGACY);
  });

  it.each([
    ["USDC", messages.refundHintSolana],
    ["SOL", messages.refundHint],
  ])("in %s on Solana has the hint that fits", (coin, hint) => {
    openCheckout({ methods: [paymentMethod(coin, "Solana")] });
    const shown = document.getElementById("checkout-refund-hint")?.textContent;
    expect(shown).toBe(fill(hint, { coin, network: "Solana" }));
  });

  it("refused by the server is shown at its field", async () => {
    const detail = "Sentence of the server.";
    server = new FakeServer().answer("validations", {
      status: 200,
      body: {
        ok: false,
        lines: [],
        problems: [{ code: "invalid_refund_address", scope: "payment", field: "refund", detail }],
      },
    });
    vi.stubGlobal("fetch", server.fetch);
    await review(SOLANA);
    await vi.waitFor(() => expect(error()).toBe(detail));
  });
});
