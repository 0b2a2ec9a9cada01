// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { codeBars } from "@/components/order/code-bars";
import { historyOf, noteState } from "@/components/order/order-history";
import { installLink, parseLpa } from "@/components/order/parse-lpa";
import { StillOrder } from "@/components/order/still-order";
import { routesOf } from "@/components/order/support-route";
import { toReport } from "@/components/order/to-report";
import type { OrderView, RevealedDelivery } from "@/lib/contract/order-view";
import { DEMO_STATES, demoOrder } from "@/lib/demo/order-fixtures";
import { pseudoMessages } from "@/lib/demo/pseudo-text";
import { keepPaymentCopy, sweepPaymentCopies } from "@/lib/device/payment-copy";
import type { SentPayment } from "@/lib/device/sent-payments";
import en from "@/messages/en/order.json";
import wallet from "@/messages/en/wallet.json";
import { FakeEventSource } from "./support/fake-runtime";
import { openOrderPanel } from "./support/open-order-panel";
import { ADDRESS, OTHER_PHASES, orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const streams: FakeEventSource[] = [];

beforeEach(() => {
  streams.length = 0;
  localStorage.clear();
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(null, { status: 503 })),
  );
  vi.stubGlobal(
    "EventSource",
    class extends FakeEventSource {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const click = (element: HTMLElement) => act(async () => void fireEvent.click(element));

function openStill(
  view: OrderView,
  deliveries: RevealedDelivery[] = [],
  { mirrored = false, sent }: { mirrored?: boolean; sent?: SentPayment | undefined } = {},
) {
  return render(
    <StillOrder
      view={view}
      deliveries={deliveries}
      offline={false}
      sent={sent}
      messages={mirrored ? pseudoMessages(en) : en}
      walletMessages={wallet}
      locale="en"
      shopName="Demo shop"
      mirrored={mirrored}
    />,
  );
}

const shop = { window: { windowMinutes: 30, marginMinutes: 5 }, support: {} };

describe("the states of the demo", () => {
  it.each(DEMO_STATES)("“%s” is drawn without a stream or a request", async (state) => {
    const { view, deliveries, sent } = demoOrder(state, shop, Date.parse("2026-03-01T12:00:00Z"));
    openStill(view, deliveries, { sent });
    await act(async () => undefined);
    if (sent) expect(await screen.findByTestId("sent-card")).toBeTruthy();
    else expect(screen.queryByTestId("sent-card")).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).not.toMatch(/[{}]/);
    expect(streams).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
    expect({ ...localStorage }).toEqual({});
  });

  it("keep their placeholders in the pseudo language and mirror the document", () => {
    document.documentElement.dir = "ltr";
    const { view } = demoOrder("pay", shop, Date.parse("2026-03-01T12:00:00Z"));
    const { unmount } = openStill(view, [], { mirrored: true });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("25.43");
    expect(document.documentElement.dir).toBe("rtl");
    unmount();
    expect(document.documentElement.dir).toBe("ltr");
  });
});

describe("a code as a picture", () => {
  it("has the bars that Code 128 prescribes", () => {
    // Start B, “A”, the check character 34 and the stop, as widths of bars and spaces.
    const widths = "211214" + "111323" + "131123" + "2331112";
    const bars: { start: number; width: number }[] = [];
    let at = 0;
    for (const [index, digit] of [...widths].entries()) {
      if (index % 2 === 0) bars.push({ start: at, width: Number(digit) });
      at += Number(digit);
    }
    expect(codeBars("A")).toEqual({ width: at, bars });
  });

  it("is drawn only when it is asked for, and goes again", async () => {
    const { view, deliveries } = demoOrder("done", shop, Date.parse("2026-03-01T12:00:00Z"));
    openStill(view, deliveries);
    await click(screen.getByTestId("reveal"));
    const show = await screen.findByTestId("show-picture");
    expect(screen.queryByTestId("code-bars")).toBeNull();
    await click(show);
    expect(
      (await screen.findByTestId("code-bars")).querySelectorAll("rect").length,
    ).toBeGreaterThan(20);
    await click(screen.getByRole("button", { name: en.picture.hideBars }));
    expect(screen.queryByTestId("code-bars")).toBeNull();
  });
});

describe("the receipt", () => {
  it.each(["done", "done-partly", "refunded"] as const)(
    "of “%s” names what was paid and holds no code",
    async (state) => {
      const { view, deliveries } = demoOrder(state, shop, Date.parse("2026-03-01T12:00:00Z"));
      openStill(view, deliveries);
      for (const reveal of screen.queryAllByTestId("reveal")) await click(reveal);
      const text = (await screen.findByTestId("receipt")).textContent ?? "";
      for (const part of ["Demo shop", en.receipt.seller, view.totals.due.amount, "UTC"]) {
        expect(text).toContain(part);
      }
      expect(text).toContain(view.payment.transactions[0]?.hash ?? "absent");
      for (const { code, serial } of deliveries) {
        expect(text).not.toContain(code ?? "7Q4F");
        expect(text).not.toContain(serial ?? "SN00");
      }
    },
  );

  it("is not offered while the order is open", () => {
    openOrderPanel(settledView("paid"));
    expect(screen.queryByRole("button", { name: en.receipt.print })).toBeNull();
  });
});

describe("word from the device", () => {
  const shown: { title: string; body: string | undefined }[] = [];
  const askPermission = vi.fn(async () => "granted");

  beforeEach(() => {
    shown.length = 0;
    askPermission.mockClear().mockResolvedValue("granted");
    vi.stubGlobal(
      "Notification",
      class {
        static permission = "default";
        static requestPermission = askPermission;
        constructor(title: string, { body }: NotificationOptions) {
          shown.push({ title, body });
        }
      },
    );
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
  });

  it("is not offered before money is under way", () => {
    openOrderPanel(orderView());
    expect(screen.queryByRole("button", { name: en.notice.ask })).toBeNull();
  });

  it("comes once, after it was asked for, with nothing but the state in it", async () => {
    openOrderPanel(settledView("confirming"));
    expect(askPermission).not.toHaveBeenCalled();
    await click(screen.getByRole("button", { name: en.notice.ask }));
    expect(screen.getByText(en.notice.on)).toBeTruthy();
    await act(async () => streams[0]?.order(settledView("delivering")));
    expect(shown).toEqual([]);
    const lines = orderView().lines.map((line) => ({ ...line, state: "delivered" as const }));
    await act(async () => streams[0]?.order(settledView("done", { lines })));
    await act(async () => streams[0]?.order(settledView("done", { lines })));
    expect(shown).toEqual([{ title: "Demo shop", body: en.title.done }]);
  });

  it("says so when the browser refuses", async () => {
    askPermission.mockResolvedValue("denied");
    openOrderPanel(settledView("confirming"));
    await click(screen.getByRole("button", { name: en.notice.ask }));
    expect(screen.getByText(en.notice.refused)).toBeTruthy();
  });
});

describe("the copy of a payment on the device", () => {
  const copies = () => Object.keys({ ...localStorage }).filter((key) => key.startsWith("pay-copy"));

  it("exists while the payment stands on the page, and not a moment longer", async () => {
    openOrderPanel(orderView());
    expect(localStorage.getItem(`pay-copy.v1.${REFERENCE}`)).toContain(ADDRESS);
    await act(async () => streams[0]?.order(settledView("confirming")));
    expect(copies()).toEqual([]);
  });

  it.each([...OTHER_PHASES])(
    "that an earlier page left behind is gone once the order is %s",
    async (phase) => {
      const copy = { reference: REFERENCE, coin: "c", network: "n", amount: "1", address: ADDRESS };
      const savedAtMs = Date.now();
      keepPaymentCopy(localStorage, { ...copy, savedAtMs, untilMs: savedAtMs + 60_000 });
      keepPaymentCopy(localStorage, {
        ...copy,
        reference: "other",
        savedAtMs,
        untilMs: savedAtMs + 60_000,
      });
      openOrderPanel(settledView(phase));
      await act(async () => undefined);
      expect(copies()).toEqual(["pay-copy.v1.other"]);
    },
  );

  it("deletes itself at the deadline", async () => {
    vi.useFakeTimers();
    openOrderPanel(orderView({ secondsLeft: 5 }));
    expect(copies()).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    expect(copies()).toEqual([]);
    vi.useRealTimers();
  });

  it("is not made of an order without a deadline", () => {
    const { secondsLeft: _left, ...view } = orderView();
    openOrderPanel(view);
    expect(copies()).toEqual([]);
  });

  it.each([
    ["past its deadline", { savedAtMs: 0, untilMs: 999 }],
    ["from a time that has not come", { savedAtMs: 100_000, untilMs: 200_000 }],
    ["without times", {}],
  ])("is swept away when it is %s", (_name, times) => {
    const copy = { reference: "r", coin: "c", network: "n", amount: "1", address: "a" };
    keepPaymentCopy(localStorage, { ...copy, ...(times as { savedAtMs: 0; untilMs: 0 }) });
    keepPaymentCopy(localStorage, { ...copy, reference: "good", savedAtMs: 900, untilMs: 1_500 });
    sweepPaymentCopies(localStorage, 1_000);
    expect(copies()).toEqual(["pay-copy.v1.good"]);
  });
});

describe("help", () => {
  it("reports the states that were seen and the address that must not be paid any more", () => {
    const reference = "H".repeat(60);
    noteState(orderView({ reference }));
    noteState(orderView({ reference }));
    noteState(settledView("expired", { reference, serverNow: "2026-03-01T12:40:00.000Z" }));
    expect(historyOf(reference).moments).toHaveLength(2);
    const report = toReport(settledView("expired", { reference }), en.report, {
      now: new Date("2026-03-01T12:41:00Z"),
      browser: "Browser 1",
      locale: "en",
      ownHash: "abc123",
    });
    expect(report).toContain(`Former address (not to be paid any more): ${ADDRESS}`);
    expect(report).toContain("2026-03-01T12:40:00.000Z expired/");
    expect(report).toContain("Transaction by the buyer’s wallet: abc123");
    expect(report).toContain("Language: en");
  });

  it("E9: does not report a received amount that nobody could read", () => {
    const { view } = demoOrder("hold-unverified", shop, Date.parse("2026-03-01T12:00:00Z"));
    openStill(view, []);
    expect(screen.getByTestId("scene").getAttribute("data-scene")).toBe("hold_unverified");
    expect(screen.getAllByRole("button", { name: en.tools.report })).toHaveLength(2);
    const circumstances = { now: new Date(), browser: "Browser 1", locale: "en" };
    const report = toReport(view, en.report, circumstances);
    expect(report).not.toContain(`${en.report.received}:`);
    expect(report).toContain(`${en.report.due}: 25.43 USDC`);
    const { view: partly } = demoOrder("partly-paid", shop, Date.parse("2026-03-01T12:00:00Z"));
    expect(toReport(partly, en.report, circumstances)).toContain(
      `${en.report.received}: 15.2 USDC`,
    );
  });

  it.each([
    ["hold-unverified", ["seller", "page"]],
    ["done-top-up", ["operator", "page"]],
    ["done", ["brand", "page"]],
    ["done-partly", ["brand", "seller", "page"]],
    ["expired", ["late", "page"]],
    ["review", ["manual", "page"]],
  ] as const)("for “%s” names who can help first", (state, routes) => {
    const { view } = demoOrder(state, shop, Date.parse("2026-03-01T12:00:00Z"));
    expect(routesOf(view)).toEqual(routes);
  });
});

describe("an eSIM profile", () => {
  it.each([
    ["LPA:1$smdp.example$ACT-1", { server: "smdp.example", activation: "ACT-1" }],
    ["lpa:1$smdp.example$ACT-1$1.2.3", { server: "smdp.example", activation: "ACT-1" }],
  ])("%s is taken apart", (lpa, parts) => {
    expect(parseLpa(lpa)).toEqual({ ...parts, needsConfirmation: false });
  });

  it("says when a confirmation code is needed", () => {
    expect(parseLpa("LPA:1$smdp.example$ACT-1$$1")?.needsConfirmation).toBe(true);
  });

  it.each(["", "LPA:2$a$b", "LPA:1$a", "1$a$b", "https://a.example"])("%j is none", (text) =>
    expect(parseLpa(text)).toBeUndefined(),
  );

  it("makes a link that carries it whole", () => {
    const link = installLink("apple", "LPA:1$smdp.example$A&B#C");
    expect(link).toBe(
      "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=LPA:1$smdp.example$A%26B%23C",
    );
    expect(new URL(link).searchParams.get("carddata")).toBe("LPA:1$smdp.example$A&B#C");
  });
});
