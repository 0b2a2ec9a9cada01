// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OrderProvider } from "@/components/order/order-context";
import { toReport } from "@/components/order/to-report";
import { SentCard } from "@/components/wallet/sent-card";
import { WalletContext } from "@/components/wallet/wallet-context";
import type { OrderView, Phase } from "@/lib/contract/order-view";
import { sentKey } from "@/lib/device/sent-payments";
import en from "@/messages/en/order.json";
import words from "@/messages/en/wallet.json";
import { FakeEventSource } from "./support/fake-runtime";
import { openOrderPanel, WITH_WALLETS } from "./support/open-order-panel";
import { orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const HASH = `0x${"ab".repeat(32)}`;
const SENT_AT = "2026-03-01T12:01:00.000Z";
const clipboard: string[] = [];

beforeEach(() => {
  clipboard.length = 0;
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(null, { status: 503 })),
  );
  vi.stubGlobal("EventSource", FakeEventSource);
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void clipboard.push(text) },
  });
});
afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

const remember = (sent: object) =>
  localStorage.setItem(sentKey(REFERENCE), JSON.stringify({ reference: REFERENCE, ...sent }));

const open = (view: OrderView) => openOrderPanel(view, WITH_WALLETS);

const click = (element: HTMLElement) => act(async () => void fireEvent.click(element));
const again = () => {
  const names = [en.expired.again, en.after.again];
  return screen.queryAllByRole("link").filter(({ textContent }) => names.includes(textContent));
};

describe("what a wallet of this browser sent", () => {
  it.each<[string, OrderView]>([
    ["verifying", settledView("verifying")],
    ["verifying with a part", settledView("verifying", { payment: { received: "5" } })],
    ["expired", settledView("expired")],
    ["expired with a part", settledView("expired", { payment: { received: "5" } })],
    ["failed", settledView("failed")],
    ["canceled", settledView("canceled")],
    ["unknown", settledView("unknown")],
  ])("stays on the page while the order is %s and not paid", async (_name, view) => {
    remember({ hash: HASH, sentAt: SENT_AT });
    open(view);
    const card = await screen.findByTestId("sent-card");
    expect(card.textContent).toContain(HASH);
    // Nothing can be paid any more, so there is nothing to open again.
    expect(screen.queryByRole("button", { name: words.sent.nothing })).toBeNull();
  });

  it.each<Phase>(["confirming", "paid", "delivering", "review", "done", "refunded"])(
    "gives way once the order is %s",
    async (phase) => {
      remember({ hash: HASH, sentAt: SENT_AT });
      open(settledView(phase));
      await act(async () => undefined);
      expect(screen.queryByTestId("sent-card")).toBeNull();
    },
  );

  it("stays when the time runs out on the page", async () => {
    remember({ sentAt: SENT_AT });
    open(orderView({ secondsLeft: 0 }));
    expect(await screen.findByTestId("sent-card")).toBeTruthy();
    expect(screen.getByTestId("scene").getAttribute("data-scene")).toBe("verifying");
  });

  it.each([
    [true, "awaited"],
    [false, "unanswered"],
  ])("asks to confirm in the wallet only while the order is open (%s)", (isOpen, answer) => {
    const nothing = () => {};
    render(
      <OrderProvider messages={en} locale="en">
        <WalletContext
          value={{
            words,
            solana: false,
            demo: false,
            sent: { reference: REFERENCE, sentAt: SENT_AT },
            attempt: { kind: "running", wallet: "Fox", step: "asking" },
            pay: nothing,
            cancel: nothing,
            dismiss: nothing,
            release: async () => false,
          }}
        >
          <SentCard view={orderView()} open={isOpen} rest={false} />
        </WalletContext>
      </OrderProvider>,
    );
    expect(screen.getByTestId("sent-card").getAttribute("data-answer")).toBe(answer);
  });

  it.each<Phase>(["expired", "failed", "canceled", "setup_failed", "on_hold"])(
    "answers, for an order that is %s, whether something was sent, before another is offered",
    async (phase) => {
      remember({ hash: HASH, sentAt: SENT_AT });
      open(settledView(phase));
      expect(await screen.findByText(en.expired.yesText)).toBeTruthy();
      expect(again()).toEqual([]);
      await click(screen.getByRole("button", { name: en.expired.back }));
      expect(again()).toEqual([]);
      await click(screen.getByRole("button", { name: en.expired.no }));
      expect(again()).toHaveLength(1);
    },
  );

  it.each<Phase>(["failed", "setup_failed"])(
    "is why nobody says of an order that is %s that nothing was paid",
    async (phase) => {
      remember({ hash: HASH, sentAt: SENT_AT });
      open(settledView(phase));
      const title = await screen.findByRole("heading", {
        level: 1,
        name: en.scene.failed_sent.heading,
      });
      expect(title.closest("[data-scene]")?.textContent).toContain(en.scene.failed_sent.text);
      expect(document.body.textContent).not.toContain(en.scene[phase as "failed"].text);
    },
  );

  it.each<Phase>(["expired", "failed", "canceled"])(
    "stands in the field and in the report of an order that is %s",
    async (phase) => {
      remember({ hash: HASH, sentAt: SENT_AT });
      open(settledView(phase));
      await screen.findByText(en.expired.yesText);
      const fields = screen.getAllByLabelText<HTMLInputElement>(en.route.hash);
      expect(fields.map(({ value }) => value)).toEqual([HASH, HASH]);
      for (const copy of screen.getAllByRole("button", { name: en.tools.report, hidden: true })) {
        await click(copy);
      }
      expect(clipboard).toHaveLength(2);
      for (const report of clipboard) {
        expect(report).toContain(`Transaction by the buyer’s wallet: ${HASH}`);
        expect(report).toContain(`Wallet asked to pay (UTC): ${SENT_AT}`);
      }
    },
  );

  it("stays in the report beside what is typed, and without a hash its time is told", () => {
    const circumstances = { now: new Date("2026-03-01T12:41:00Z"), browser: "B", locale: "en" };
    const report = (change: object) =>
      toReport(settledView("expired"), en.report, { ...circumstances, ...change });
    const sent = { reference: REFERENCE, hash: HASH, sentAt: SENT_AT };
    expect(report({ sent, ownHash: "typed" })).toContain(`wallet: typed, ${HASH}`);
    expect(report({ sent, ownHash: HASH })).toContain(`wallet: ${HASH}\n`);
    const unanswered = report({ sent: { reference: REFERENCE, sentAt: SENT_AT } });
    expect(unanswered).toContain(`Wallet asked to pay (UTC): ${SENT_AT}`);
    expect(unanswered).not.toContain("Transaction by the buyer’s wallet");
    expect(report({})).not.toContain("Wallet asked to pay");
  });
});
