// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FailureNotice } from "@/components/checkout/failure-notice";
import { OrderProvider } from "@/components/order/order-context";
import { OrderRow } from "@/components/orders/order-row";
import { RecoveryView } from "@/components/orders/recovery-view";
import { latePart } from "@/components/ui/late-part";
import type { OrderView } from "@/lib/contract/order-view";
import { sentKey } from "@/lib/device/sent-payments";
import checkout from "@/messages/en/checkout.json";
import en from "@/messages/en/order.json";
import orders from "@/messages/en/orders.json";
import wallet from "@/messages/en/wallet.json";
import { FakeEventSource } from "./support/fake-runtime";
import { openOrderPanel, WITH_WALLETS } from "./support/open-order-panel";
import { orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

/** The parts whose scripts do not arrive; in place of every other one stands its name. */
const lost = vi.hoisted(() => new Set<string>());
const unlessLost = vi.hoisted(() => (part: string) => () => ({
  get [part]() {
    if (lost.has(part)) throw new Error("The file is gone");
    return () => `[${part}]`;
  },
}));
vi.mock("@/components/checkout/challenge-box", unlessLost("ChallengeBox"));
vi.mock("@/components/order/keep-code", unlessLost("KeepCode"));
vi.mock("@/components/order/revealed", unlessLost("Revealed"));
vi.mock("@/components/order/reorder-card", unlessLost("ReorderCard"));
vi.mock("@/components/orders/forget-dialog", unlessLost("ForgetDialog"));
vi.mock("@/components/orders/kept-codes", unlessLost("KeptCodes"));
vi.mock("@/components/orders/recover-order", unlessLost("RecoverOrder"));
vi.mock("@/components/wallet/sent-card", unlessLost("SentCard"));

beforeEach(() => {
  lost.clear();
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json({ deliveries: [{ id: "line-1", code: "SECRET-7Q4F" }] })),
  );
  vi.stubGlobal("EventSource", FakeEventSource);
});
afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

const open = (view: OrderView) => openOrderPanel(view, WITH_WALLETS);

/** What is fetched beforehand has had its time, as it has when a person clicks. */
async function click(element: HTMLElement): Promise<void> {
  await vi.dynamicImportSettled();
  await act(async () => void fireEvent.click(element));
}
const delivered = () =>
  settledView("done", {
    lines: orderView().lines.map((line) => ({ ...line, state: "delivered", revealable: true })),
  });

it("a code that cannot be drawn is not lost, comes with the next try, and needs nothing that keeps it", async () => {
  lost.add("Revealed").add("KeepCode");
  open(delivered());
  await click(screen.getByTestId("reveal"));
  expect(await screen.findByText(en.code.failed)).toBeTruthy();
  lost.delete("Revealed");
  await click(screen.getByRole("button", { name: en.code.hide }));
  await click(screen.getByTestId("reveal"));
  expect(await screen.findByText("[Revealed]")).toBeTruthy();
  expect(screen.queryByText("[KeepCode]")).toBeNull();
  lost.clear();
  await click(screen.getByRole("button", { name: en.code.hide }));
  await click(screen.getByTestId("reveal"));
  expect(await screen.findByText("[KeepCode]")).toBeTruthy();
});

it("an order that cannot be forgotten says so beside its payment, and asks with the next click", async () => {
  lost.add("ForgetDialog");
  open(orderView());
  const forget = screen.getByRole("button", { name: en.tools.forget });
  await click(forget);
  expect(await screen.findByText(en.tools.forgetFailed)).toBeTruthy();
  expect(screen.getByTestId("payment-card")).toBeTruthy();
  lost.clear();
  await click(forget);
  expect(await screen.findByText("[ForgetDialog]")).toBeTruthy();
  expect(screen.queryByText(en.tools.forgetFailed)).toBeNull();
});

it("without its card a payment that was sent is still closed", async () => {
  lost.add("SentCard");
  localStorage.setItem(sentKey(REFERENCE), JSON.stringify({ reference: REFERENCE, sentAt: "" }));
  open(orderView());
  expect(await screen.findByText(wallet.loadFailed)).toBeTruthy();
  expect(screen.queryByTestId("payment-card")).toBeNull();
});

it("without its question nothing is ordered again, and the report is there", async () => {
  lost.add("ReorderCard");
  open(settledView("expired"));
  expect(
    await vi.waitUntil(() => {
      const found = screen.queryAllByRole("button", { name: en.tools.report, hidden: true });
      return found.length === 2 && found;
    }),
  ).toBeTruthy();
  expect(screen.queryByRole("link", { name: en.expired.again })).toBeNull();
});

it("a list of orders stays when what shows a kept code does not arrive", async () => {
  lost.add("KeptCodes");
  const order = {
    reference: REFERENCE,
    createdAt: "2026-03-01T12:00:00.000Z",
    title: "Card a",
    country: "US",
    kept: 1,
  };
  render(
    <OrderProvider messages={en} locale="en">
      <OrderRow
        order={order}
        state={{ kind: "failed" }}
        messages={orders}
        locale="en"
        onForget={() => {}}
        onStale={() => {}}
      />
    </OrderProvider>,
  );
  await click(screen.getByTestId("show-kept"));
  expect(await screen.findByText(en.code.failed)).toBeTruthy();
  expect(screen.getByText("Card a")).toBeTruthy();
});

it("a challenge that does not arrive leaves the checkout on the page, with the way to load it anew", async () => {
  lost.add("ChallengeBox");
  const never = () => {};
  render(
    <FailureNotice
      failure={{ kind: "challenge_required", provider: "turnstile", siteKey: "site" }}
      step="review"
      busy={false}
      productHref=""
      ordersHref=""
      messages={checkout}
      locale="en"
      onRetry={never}
      onAccept={never}
      onCheckAgain={never}
      onStartOver={never}
    />,
  );
  expect(await screen.findByText(checkout.challengeFailed)).toBeTruthy();
  expect(screen.getByRole("button", { name: checkout.reload })).toBeTruthy();
});

it("without the form for strangers the page says that it did not work", async () => {
  lost.add("RecoverOrder");
  render(<RecoveryView messages={orders} locale="en" />);
  expect((await screen.findByRole("alert")).textContent).toBe(orders.find.failed);
  expect(screen.getByRole("heading", { name: orders.recover.title })).toBeTruthy();
});

it("a late part that nothing stands in for is simply not there, until it arrives", async () => {
  const load = vi.fn<() => Promise<() => string>>();
  load.mockRejectedValueOnce(new Error("The file is gone")).mockResolvedValue(() => "the part");
  const Part = latePart(load);
  const { container, rerender } = render(<Part key="first" />);
  await act(async () => undefined);
  expect(container.textContent).toBe("");
  rerender(<Part key="second" />);
  expect(await screen.findByText("the part")).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});
