// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OrderPanel } from "@/components/order/order-panel";
import {
  type Payment,
  useWallet,
  WalletProvider,
  type WalletSetup,
} from "@/components/wallet/wallet-context";
import type { OrderPayment, OrderView } from "@/lib/contract/order-view";
import { sentKey } from "@/lib/device/sent-payments";
import { fill } from "@/lib/i18n/fill";
import order from "@/messages/en/order.json";
import words from "@/messages/en/wallet.json";
import { orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const ADDRESS = "0x1111111111111111111111111111111111111111";
const base: Partial<OrderPayment> = {
  network: "Base",
  address: ADDRESS,
  qr: ADDRESS,
  addressFormat: "evm",
  token: {
    address: "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
    decimals: 6,
    symbol: "USDC",
  },
};
const solana: Partial<OrderPayment> = {
  token: {
    address: "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v",
    decimals: 6,
    symbol: "USDC",
  },
};
const setup: WalletSetup = { words, solana: false };

function open(view: OrderView, wallet: WalletSetup | undefined = setup) {
  return render(
    <OrderPanel
      initial={view}
      messages={order}
      locale="en"
      shopName="Shop"
      demo={false}
      {...(wallet ? { wallet } : {})}
    />,
  );
}

const button = () => screen.queryByRole("button", { name: words.button });
const remember = (value: object) => {
  const raw = JSON.stringify({ reference: REFERENCE, ...value });
  localStorage.setItem(sentKey(REFERENCE), raw);
  window.dispatchEvent(new StorageEvent("storage", { key: sentKey(REFERENCE) }));
};

beforeEach(() => {
  vi.stubGlobal(
    "EventSource",
    class extends EventTarget {
      close() {}
    },
  );
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(orderView({ payment: base }))),
  );
});
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  localStorage.clear();
  vi.unstubAllGlobals();
});

test("a known token on a chain with browser wallets is offered", () => {
  open(orderView({ payment: base }));
  expect(button()).not.toBeNull();
});

test.each<[string, OrderView, WalletSetup | undefined]>([
  ["a token that is not the known one", orderView({ payment: { network: "Base" } }), setup],
  ["Solana without a node", orderView({ payment: solana }), setup],
  ["another kind of chain", orderView({ payment: { ...base, network: "Tron" } }), setup],
  ["an order that is paid", settledView("paid"), setup],
])("%s is not offered", (_name, view, wallet) => {
  open(view, wallet);
  expect(button()).toBeNull();
});

test("Solana with a node is offered, with a word on token accounts", () => {
  open(orderView({ payment: solana }), { words, solana: true });
  expect(button()).not.toBeNull();
  expect(screen.getByText(words.tokenAccount)).toBeDefined();
});

test("what was sent takes the payment away, and only the buyer's word brings it back", async () => {
  const { container } = open(orderView({ payment: base }));
  expect(screen.getByTestId("payment-card")).toBeDefined();
  act(() => remember({ sentAt: "2026-03-01T12:01:00.000Z" }));
  expect(screen.queryByTestId("payment-card")).toBeNull();
  expect(container.innerHTML).not.toContain(ADDRESS);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(order.scene.sent.heading);
  expect(await screen.findByText(words.sent.unanswered)).toBeDefined();

  // The dialog element of this environment cannot open itself.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  fireEvent.click(screen.getByRole("button", { name: words.sent.nothing }));
  expect(screen.queryByTestId("payment-card")).toBeNull();
  fireEvent.click(screen.getByText(words.sent.confirm));
  await waitFor(() => expect(screen.queryByTestId("payment-card")).not.toBeNull());
  expect(localStorage.getItem(sentKey(REFERENCE))).toBeNull();
});

test("a hash is shown with its explorer and is no proof", async () => {
  const hash = `0x${"ab".repeat(32)}`;
  remember({ hash, sentAt: "2026-03-01T12:01:00.000Z" });
  open(orderView({ payment: base }));
  const link = await screen.findByRole("link", { name: words.sent.explorer });
  expect(link.getAttribute("href")).toBe(`https://basescan.org/tx/${hash}`);
  expect(link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(screen.getByText(words.sent.hashText)).toBeDefined();
});

test("once the order has moved on, nothing of it is left", async () => {
  remember({ sentAt: "2026-03-01T12:01:00.000Z" });
  open(settledView("paid"));
  await act(async () => undefined);
  expect(screen.queryByTestId("sent-card")).toBeNull();
});

test("the list says so when no wallet answers, and closes again", async () => {
  open(orderView({ payment: base }));
  fireEvent.click(screen.getByRole("button", { name: words.button }));
  expect(await screen.findByText(words.searching)).toBeDefined();
  expect(await screen.findByText(words.none.title, {}, { timeout: 3_000 })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: words.close }));
  expect(screen.queryByText(words.none.title)).toBeNull();
});

test("a wallet's picture from elsewhere is not shown", async () => {
  const announce = () =>
    window.dispatchEvent(
      new CustomEvent("eip6963:announceProvider", {
        detail: {
          info: { uuid: "u1", name: "  Remote  ", icon: "https://evil.example/pixel.png" },
          provider: { request: async () => [] },
        },
      }),
    );
  window.addEventListener("eip6963:requestProvider", announce, { once: true });
  const { container } = open(orderView({ payment: base }));
  fireEvent.click(screen.getByRole("button", { name: words.button }));
  expect(await screen.findByRole("button", { name: "Pay 11.47 USDC with Remote" })).toBeDefined();
  expect(container.querySelector("img[src^='https://evil']")).toBeNull();
});

const HASH = `0x${"ab".repeat(32)}`;
const ACCOUNT = `0x${"22".repeat(20)}`;
const ANSWERS: Record<string, unknown> = {
  eth_requestAccounts: [ACCOUNT],
  eth_accounts: [ACCOUNT],
  eth_chainId: "0x2105",
  eth_getBalance: "0x2386f26fc10000",
  eth_call: `0x${"ffffffff".padStart(64, "0")}`,
  eth_sendTransaction: HASH,
};

/** Announces a wallet that connects only when it is told to. */
function announceSlow(name: string) {
  const asked: string[] = [];
  let connect = () => {};
  const connected = new Promise<void>((resolve) => {
    connect = resolve;
  });
  const provider = {
    request: async ({ method }: { method: string }) => {
      asked.push(method);
      if (method === "eth_requestAccounts") await connected;
      return ANSWERS[method];
    },
  };
  const detail = { info: { uuid: name, name, icon: "" }, provider };
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  stops.push(() => window.removeEventListener("eip6963:requestProvider", announce));
  return { asked, connect };
}

const choose = (name: string) =>
  screen.findByRole("button", { name: `Pay 11.47 USDC with ${name}` });
const connecting = (name: string) => fill(words.step.connecting, { wallet: name });

test("a wallet that does not answer is left for another, and its late answer moves nothing", async () => {
  const [first, second] = [announceSlow("First"), announceSlow("Second")];
  const { container } = open(orderView({ payment: base }));
  fireEvent.click(screen.getByRole("button", { name: words.button }));
  fireEvent.click(await choose("First"));
  expect(await screen.findByText(connecting("First"))).toBeDefined();
  expect((await choose("First")).getAttribute("aria-busy")).toBe("true");

  fireEvent.click(await choose("Second"));
  expect(await screen.findByText(connecting("Second"))).toBeDefined();
  await waitFor(() => expect(second.asked).toEqual(["eth_requestAccounts"]));
  first.connect();
  await waitFor(() => expect(first.asked).toContain("eth_chainId"));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(first.asked).not.toContain("eth_getBalance");
  expect(first.asked).not.toContain("eth_sendTransaction");
  expect(screen.getByText(connecting("Second"))).toBeDefined();
  expect(container.querySelector("[data-failure]")).toBeNull();

  await act(async () => second.connect());
  expect(await screen.findByTestId("sent-card")).toBeDefined();
  await waitFor(() => expect(second.asked).toContain("eth_sendTransaction"));
  expect(first.asked).not.toContain("eth_sendTransaction");
});

test("a list that is opened again does not wait for a wallet that never answered", async () => {
  const first = announceSlow("First");
  open(orderView({ payment: base }));
  fireEvent.click(screen.getByRole("button", { name: words.button }));
  fireEvent.click(await choose("First"));
  await screen.findByText(connecting("First"));
  fireEvent.click(screen.getByRole("button", { name: words.close }));
  fireEvent.click(screen.getByRole("button", { name: words.button }));
  expect((await choose("First")).getAttribute("aria-busy")).toBeNull();
  first.connect();
  await waitFor(() => expect(first.asked).toContain("eth_chainId"));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(first.asked).not.toContain("eth_sendTransaction");
  expect(screen.queryByTestId("sent-card")).toBeNull();
});

/** What the page holds about wallets, without the page. */
function hold() {
  let held: ReturnType<typeof useWallet>;
  const Probe = () => {
    held = useWallet();
    return null;
  };
  render(
    <WalletProvider setup={setup} reference={REFERENCE} demo={false}>
      <Probe />
    </WalletProvider>,
  );
  return () => {
    if (!held) throw new Error("there is no wallet");
    return held;
  };
}

const never = () => new Promise<never>(() => {});

test("once a wallet was asked to pay, no other one is, whoever cancels", async () => {
  const held = hold();
  const second = vi.fn<Payment["run"]>(never);
  act(() =>
    held().pay({
      wallet: "First",
      run: ({ onStep }) => {
        onStep("asking");
        return never();
      },
    }),
  );
  act(() => held().pay({ wallet: "Second", run: second }));
  act(() => held().cancel());
  act(() => held().pay({ wallet: "Second", run: second }));
  expect(second).not.toHaveBeenCalled();
  expect(held().attempt).toMatchObject({ kind: "running", wallet: "First", step: "asking" });
});

test("a wallet that was left can neither go on nor ask for the payment", async () => {
  const held = hold();
  let job: Parameters<Payment["run"]>[0] | undefined;
  const first = vi.fn<Payment["run"]>((given) => {
    job = given;
    given.onStep("connecting");
    return never();
  });
  act(() => held().pay({ wallet: "First", run: first }));
  act(() => held().pay({ wallet: "First", run: first }));
  expect(first).toHaveBeenCalledTimes(1);
  act(() => held().pay({ wallet: "Second", run: never }));
  expect(job?.signal.aborted).toBe(true);
  expect(() => job?.onStep("switching")).toThrow();
  expect(() => job?.onStep("asking")).toThrow();
});
