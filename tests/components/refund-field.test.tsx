// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import messages from "@/messages/en/checkout.json";
import { FakeServer, okValidation, openCheckout, press, type } from "./support/checkout-page";

const EVM = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const SOLANA = "9wFFyRfZBsuAha4YcuxcXLKwMxJR43S7fPfQLusDBzvT";

let server: FakeServer;

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

const error = () => document.getElementById("checkout-refund-error")?.textContent;

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
    expect(screen.getByLabelText<HTMLInputElement>(messages.refundLabel).value).toBe(EVM);
    expect(server.sent).toEqual([]);
  });

  it("must be said to be one's own", async () => {
    await review(SOLANA, { own: false });
    await vi.waitFor(() => expect(error()).toBe(messages.refundOwnMissing));
    expect(server.sent).toEqual([]);
  });

  it("that is left empty is not sent at all", async () => {
    openCheckout();
    type(messages.emailLabel, "ada@example.com");
    await press(messages.review);
    await screen.findByRole("heading", { name: messages.reviewTitle });
    expect(server.sent[0]?.body).not.toHaveProperty("refundAddress");
    expect(screen.queryByText(messages.refundReadBack)).toBeNull();
  });

  it("is checked again when another network is chosen", async () => {
    await review(EVM, { network: /Base/ });
    await screen.findByRole("heading", { name: messages.reviewTitle });
    await press(messages.back);
    fireEvent.click(screen.getByRole("radio", { name: /Solana/ }));
    await press(messages.review);
    await vi.waitFor(() => expect(error()).toContain("Solana"));
  });
});
