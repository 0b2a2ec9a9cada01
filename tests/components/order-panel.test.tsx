// @vitest-environment jsdom
import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toReport } from "@/components/order/to-report";
import type { OrderView, RevealedDelivery } from "@/lib/contract/order-view";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locales";
import api from "@/messages/en/api.json";
import en from "@/messages/en/order.json";
import tr from "@/messages/tr/order.json";
import { FakeEventSource } from "./support/fake-runtime";
import { openOrderPanel } from "./support/open-order-panel";
import { ADDRESS, OTHER_PHASES, orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const streams: FakeEventSource[] = [];
const request = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const clipboard: string[] = [];

beforeEach(() => {
  streams.length = 0;
  clipboard.length = 0;
  request.mockReset().mockResolvedValue(new Response(null, { status: 503 }));
  vi.stubGlobal("fetch", request);
  vi.stubGlobal(
    "EventSource",
    class extends FakeEventSource {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  );
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void clipboard.push(text) },
  });
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

const open = (
  view: OrderView,
  { locale = "en", demo = false }: { locale?: Locale; demo?: boolean } = {},
) => openOrderPanel(view, { messages: locale === "tr" ? tr : en, locale, demo });

const click = (element: HTMLElement) => act(async () => void fireEvent.click(element));

const delivered = (change: Partial<OrderView["lines"][number]> = {}): OrderView =>
  settledView("done", {
    lines: orderView().lines.map((line) => ({
      ...line,
      state: "delivered" as const,
      revealable: true,
      ...change,
    })),
  });

function revealing(delivery: RevealedDelivery) {
  request.mockImplementation(async () => Response.json({ deliveries: [delivery] }));
}

describe("the payment block", () => {
  it("C4.10, F1: holds one and the same address, amount and network in text, code, link and clipboard", async () => {
    open(orderView());
    expect(screen.getByTestId("pay-address").textContent).toBe(ADDRESS);
    expect(screen.getByTestId("pay-amount").textContent).toBe("11.47");
    expect(screen.getByTestId("open-wallet").getAttribute("href")).toBe(
      `solana:${ADDRESS}?amount=11.47`,
    );
    expect(screen.getByTestId("pay-qr").textContent).toContain("11.47 USDC on Solana");
    await click(screen.getByRole("button", { name: en.pay.copyAmount }));
    await click(screen.getByRole("button", { name: en.pay.copyAddress }));
    expect(clipboard).toEqual(["11.47", ADDRESS]);
    expect(screen.getByText(`After pasting, compare the last 6 characters: ${ADDRESS.slice(-6)}`));
  });

  it.each(["0.000000010000000001", "118.210", "1000000.5"])(
    "shows and copies the amount %s exactly as it came, in every language",
    async (amount) => {
      open(orderView({ payment: { amount } }), { locale: "tr" });
      expect(screen.getByTestId("pay-amount").textContent).toBe(amount);
      await click(screen.getByRole("button", { name: tr.pay.copyAmount }));
      expect(clipboard).toEqual([amount]);
    },
  );

  it.each(OTHER_PHASES)("C4.6: is not in the page while an order is %s", (phase) => {
    const leaked = { address: ADDRESS, amount: "11.47", qr: ADDRESS, uri: `solana:${ADDRESS}` };
    const { container } = open(settledView(phase, { payment: leaked }));
    expect(screen.queryByTestId("payment-card")).toBeNull();
    expect(screen.queryByTestId("pay-qr")).toBeNull();
    expect(container.innerHTML).not.toContain(ADDRESS);
    expect(screen.getByRole("heading", { level: 1 }).textContent).not.toMatch(/[{}]/);
  });

  it.each(["price_changed", "wrong_echo", "address_changed", "bad_address"] as const)(
    "is not in the page while an order is on hold because of %s",
    (reason) => {
      const hold = { reason, accepted: "11.47", actual: "12.10" };
      const { container } = open(orderView({ phase: "on_hold", payment: { hold } }));
      expect(container.innerHTML).not.toContain(ADDRESS);
      const accept = screen.queryByRole("button", { name: "Accept 12.10 USDC and pay" });
      expect(accept !== null).toBe(reason === "price_changed");
    },
  );

  it("C4.4, E10: leaves the page by itself when the time is up", async () => {
    vi.useFakeTimers();
    const { container } = open(orderView({ secondsLeft: 5 }));
    expect(screen.getByTestId("payment-card")).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    expect(screen.queryByTestId("payment-card")).toBeNull();
    expect(container.innerHTML).not.toContain(ADDRESS);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(en.scene.verifying.heading);
    vi.useRealTimers();
  });

  it("F1: gives way to a warning when something rewrites the address", async () => {
    open(orderView());
    await act(async () => {
      const node = screen.getByTestId("pay-address").querySelector("strong");
      if (node) node.textContent = "HACKED";
    });
    expect(screen.getByText(en.tamper.title)).toBeTruthy();
    expect(screen.queryByTestId("pay-qr")).toBeNull();
  });

  it("does not mind white space in the address", async () => {
    open(orderView());
    await act(async () => void screen.getByTestId("pay-address").append(" \n "));
    expect(screen.queryByText(en.tamper.title)).toBeNull();
  });

  it("C4.5, E9: says what is missing to the digit when a part has arrived", () => {
    open(
      orderView({
        phase: "partly_paid",
        payment: { received: "10.470000000000000001", missing: "0.999999999999999999" },
      }),
    );
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "0.999999999999999999 USDC still missing",
    );
    expect(screen.getByTestId("pay-amount").textContent).toBe("0.999999999999999999");
    expect(screen.getByTestId("partial-missing").textContent).toBe("0.999999999999999999 USDC");
  });

  it("offers the external page instead where a processor takes the payment", () => {
    const { address: _a, amount: _b, qr: _c, uri: _d, ...payment } = orderView().payment;
    const view = { ...orderView(), payment: { ...payment, checkoutUrl: "https://pay.example/x" } };
    open(view);
    const link = screen.getByRole("link", { name: en.pay.continueExternal });
    expect(link.getAttribute("href")).toBe("https://pay.example/x");
    expect(screen.getByText("Opens pay.example")).toBeTruthy();
  });
});

describe("paying from an exchange", () => {
  it.each([
    ["11.47", en.exchange.exact],
    ["11.470", en.exchange.exact],
    ["11,47", en.exchange.exact],
    ["11,4700", en.exchange.exact],
    ["0,470", "11 USDC too little"],
    ["10.470000000000000001", "0.999999999999999999 USDC too little"],
    ["12", "0.53 USDC more than needed"],
    ["1e5", ""],
    ["", ""],
  ])("compares the arriving amount %s without a float", async (typed, words) => {
    open(orderView());
    const label = "Amount that will arrive, in USDC";
    fireEvent.change(screen.getByLabelText(label), { target: { value: typed } });
    const result = screen.getByTestId("exchange-result").textContent;
    if (words === "") expect(result).toBe("");
    else expect(result).toContain(words);
  });

  it.each([
    ["1,234", "1234"],
    ["123,456", "123456.5"],
    [" 11,470 ", "11.47"],
    ["1,234,567", "1234567"],
  ])("does not guess whether %s is thousands or decimals", (typed, amount) => {
    open(orderView({ payment: { amount, qr: ADDRESS, uri: undefined } }));
    const field = screen.getByLabelText("Amount that will arrive, in USDC");
    fireEvent.change(field, { target: { value: typed } });
    expect(screen.getByTestId("exchange-result").textContent).toBe("");
    expect(screen.getByText(fill(en.exchange.unreadable, { example: amount }))).toBeTruthy();
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.change(field, { target: { value: amount } });
    expect(screen.getByTestId("exchange-result").textContent).toBe(en.exchange.exact);
  });
});

describe("codes", () => {
  it("C4.8: are nowhere in the page before the click, then shown, copied and hidden again", async () => {
    revealing({ id: "line-1", code: "SECRET-1234", serial: "SN-9", securityCode: "7788" });
    const { container } = open(delivered());
    expect(container.innerHTML).not.toContain("SECRET");
    expect(request).not.toHaveBeenCalled();
    await click(screen.getByTestId("reveal"));
    expect(request.mock.calls[0]?.[0]).toBe(`/api/orders/${REFERENCE}/reveal?lang=en`);
    expect((await screen.findByTestId("code")).textContent).toBe("SECRET-1234");
    expect(screen.getByText(en.code.serial)).toBeTruthy();
    expect(screen.getByText("7788")).toBeTruthy();
    expect(document.title).toBe("Ready · Demo shop");
    await click(screen.getByRole("button", { name: en.code.copy }));
    expect(clipboard).toEqual(["SECRET-1234"]);
    await click(screen.getByRole("button", { name: en.code.hide }));
    expect(container.innerHTML).not.toContain("SECRET");
    expect(JSON.stringify({ ...localStorage })).not.toContain("SECRET");
  });

  it("are told to be late where the answer does not have them yet, and can be asked for again", async () => {
    request.mockImplementation(async () => Response.json({ deliveries: [] }));
    open(delivered());
    await click(screen.getByTestId("reveal"));
    expect((await screen.findByText(en.code.failed)).closest("[role=alert]")).toBeTruthy();
    revealing({ id: "line-1", code: "SECRET-1234" });
    await click(screen.getByTestId("reveal"));
    expect((await screen.findByTestId("code")).textContent).toBe("SECRET-1234");
    expect(screen.queryByText(en.code.failed)).toBeNull();
  });

  it("hide when the tab is left", async () => {
    revealing({ id: "line-1", code: "SECRET-1234" });
    const { container } = open(delivered());
    await click(screen.getByTestId("reveal"));
    await screen.findByTestId("code");
    await act(async () => {
      vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    });
    expect(container.innerHTML).not.toContain("SECRET");
  });

  it("take the order number of the seller with them when the tab is left", async () => {
    request.mockImplementation(async () => Response.json({ orderNumber: "NUMBER-77" }));
    const { container } = open(delivered());
    await click(screen.getByRole("button", { name: en.details.numberShow, hidden: true }));
    expect(container.innerHTML).toContain("NUMBER-77");
    const leave = () =>
      act(async () => {
        vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
        document.dispatchEvent(new Event("visibilitychange"));
      });
    await leave();
    expect(container.innerHTML).not.toContain("NUMBER-77");
    // Nor does an answer bring it that comes to a tab which was left meanwhile.
    await click(screen.getByRole("button", { name: en.details.numberShow, hidden: true }));
    expect(container.innerHTML).not.toContain("NUMBER-77");
  });

  it.each([
    ["full", false],
    ["pay", true],
  ] as const)(
    "are as safe as a made link of scope %s: it stays when the tab is left is %s",
    async (scope, stays) => {
      const url = "https://shop.example/en/orders#TOKEN-88";
      request.mockImplementation(async () =>
        Response.json({ url, expiresAt: "2026-03-02T12:00:00.000Z" }),
      );
      open(delivered());
      await click(screen.getByLabelText(new RegExp(`^${en.tools[scope]}`)));
      await click(screen.getByRole("button", { name: en.tools.save, hidden: true }));
      expect(screen.getByDisplayValue(url)).toBeTruthy();
      await act(async () => void window.dispatchEvent(new Event("pagehide")));
      expect(screen.queryByDisplayValue(url) !== null).toBe(stays);
    },
  );

  it("A9, C4.7: that are links become a button that names its host", async () => {
    revealing({ id: "line-1", codeUrl: "https://gifts.example/claim/abc" });
    open(delivered());
    await click(screen.getByTestId("reveal"));
    const link = await screen.findByTestId("code-link");
    expect(link.getAttribute("href")).toBe("https://gifts.example/claim/abc");
    expect(link.getAttribute("rel")).toBe("noreferrer noopener");
    expect(screen.queryByTestId("code")).toBeNull();
    expect(screen.getByText("Opens gifts.example in a new tab")).toBeTruthy();
  });

  it("A9: that are no https link are refused as an answer", async () => {
    revealing({ id: "line-1", codeUrl: "javascript:alert(1)" });
    open(delivered());
    await click(screen.getByTestId("reveal"));
    expect(screen.queryByTestId("code-link")).toBeNull();
    expect(screen.getByText(en.code.failed)).toBeTruthy();
  });

  it("of an eSIM come with a code to scan, links and the fields to type", async () => {
    revealing({
      id: "line-1",
      esim: { lpa: "LPA:1$smdp.example$ACT-77", appleUrl: "https://esimsetup.apple.com/x" },
    });
    open(delivered({ kind: "esim" }));
    await click(screen.getByTestId("reveal"));
    expect(await screen.findByText("smdp.example")).toBeTruthy();
    expect(screen.getByText("ACT-77")).toBeTruthy();
    expect(screen.getByRole("link", { name: en.esim.apple })).toBeTruthy();
  });

  it.each([
    [404, en.code.notHere],
    [429, en.code.limited],
    [503, en.code.failed],
  ])("that cannot be loaded (%i) say why", async (status, words) => {
    request.mockResolvedValue(new Response(null, { status }));
    open(delivered());
    await click(screen.getByTestId("reveal"));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it("C4.7: are not asked for where a top-up has only a confirmation", () => {
    open(delivered({ revealable: false, reference: "OP-445566", kind: "mobile_recharge" }));
    expect(screen.queryByTestId("reveal")).toBeNull();
    expect(screen.getByTestId("top-up-reference").textContent).toBe("OP-445566");
  });
});

it("a top-up that arrived is not on its way because a code beside it is", () => {
  const [line] = orderView().lines;
  if (!line) throw new Error("the sample has a line");
  const arrived = { ...line, state: "delivered" } as const;
  const lines = [arrived, { ...arrived, id: "line-2", deliversTo: "phone" } as const];
  open(settledView("done", { lines, watch: { stream: false, pollSeconds: 10 } }));
  const { delivering, delivered } = en.lines.state;
  const badges = screen.getAllByText(new RegExp(`^(${delivering}|${delivered})$`));
  expect(badges.map(({ textContent }) => textContent)).toEqual([delivering, delivered]);
});

describe("the rest of the page", () => {
  it("D16: leads to the form that finds an order when its right is gone, and keeps what it knew", async () => {
    vi.useFakeTimers();
    request.mockResolvedValue(new Response(null, { status: 404 }));
    open(settledView("confirming"));
    await act(async () => vi.advanceTimersByTimeAsync(100));
    await act(async () => streams[0]?.say("error"));
    await act(async () => vi.advanceTimersByTimeAsync(10_000));
    vi.useRealTimers();
    expect(screen.getByText(en.live.missingTitle)).toBeTruthy();
    expect(screen.getByRole("link", { name: en.live.find }).getAttribute("href")).toBe(
      "/en/orders",
    );
    expect(screen.getByTestId("scene").getAttribute("data-scene")).toBe("confirming");
    expect(streams.length).toBeLessThanOrEqual(3);
  });

  it.each(["expired", "failed", "canceled"] as const)(
    "asks whether something was sent before it offers to order again (%s)",
    async (phase) => {
      open(settledView(phase));
      await screen.findByText(en.expired.ask);
      expect(screen.queryByRole("link", { name: en.expired.again })).toBeNull();
      await click(screen.getByRole("button", { name: en.expired.yes }));
      expect(screen.queryByRole("link", { name: en.expired.again })).toBeNull();
      await click(screen.getByRole("button", { name: en.expired.back }));
      await click(screen.getByRole("button", { name: en.expired.no }));
      expect(screen.getByRole("link", { name: en.expired.again }).getAttribute("href")).toBe(
        "/en/us/browse?q=Airbnb",
      );
    },
  );

  it.each([
    ["without money", {}, en.scene.failed],
    ["that was paid", { paymentState: "PaymentReceived" }, en.scene.failed_paid],
    ["with a transaction", { payment: { transactions: [{ hash: "0xab" }] } }, en.scene.failed_paid],
  ] as const)("tells of a failed order %s what is true of it", (_which, change, { heading }) => {
    open(settledView("failed", change as Parameters<typeof settledView>[1]));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(heading);
  });

  it("follows the stream and puts the state into the title", async () => {
    open(orderView());
    await act(async () => streams[0]?.order(settledView("confirming")));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(en.scene.confirming.heading);
    expect(document.title).toBe("Payment found · Demo shop");
    expect(screen.getByRole("status", { name: "" })).toBeTruthy();
  });

  it("makes the second payment impossible as soon as the first is seen", async () => {
    const { container } = open(orderView());
    await act(async () => streams[0]?.order(settledView("confirming")));
    expect(container.innerHTML).not.toContain(ADDRESS);
  });

  it("accepts a dearer price once and reads the order anew", async () => {
    const hold = { reason: "price_changed" as const, accepted: "11.47", actual: "12.10" };
    open(settledView("on_hold", { payment: { hold } }));
    request.mockImplementation(async (url) =>
      Response.json(url.includes("accept") ? {} : orderView({ payment: { amount: "12.10" } })),
    );
    await click(screen.getByRole("button", { name: "Accept 12.10 USDC and pay" }));
    const [url, init] = request.mock.calls[0] ?? [];
    expect(url).toBe(`/api/orders/${REFERENCE}/accept?lang=en`);
    const acceptedPrice = { amount: "12.10", coin: "USDC" };
    expect(JSON.parse(String(init?.body))).toEqual({ acceptedPrice });
    await act(async () => undefined);
    expect(screen.getByTestId("pay-amount").textContent).toBe("12.10");
  });

  it("B4: shows the price of now when another one was accepted, and asks again", async () => {
    const heldAt = (actual: string) =>
      settledView("on_hold", {
        payment: { hold: { reason: "price_changed", accepted: "11.47", actual } },
      });
    open(heldAt("12.10"));
    const problem = { code: "price_changed", detail: api.price_changed };
    request.mockImplementation(async (url) =>
      url.includes("accept")
        ? Response.json(problem, { status: 409 })
        : Response.json(heldAt("12.90")),
    );
    await click(screen.getByRole("button", { name: "Accept 12.10 USDC and pay" }));
    await act(async () => undefined);
    expect(screen.queryByTestId("pay-amount")).toBeNull();
    expect(screen.getByText(api.price_changed)).toBeTruthy();
    expect(screen.getByText("12.90 USDC")).toBeTruthy();

    await click(screen.getByRole("button", { name: "Accept 12.90 USDC and pay" }));
    const bodies = request.mock.calls
      .filter(([url]) => url.includes("accept"))
      .map(([, { body }]) => JSON.parse(String(body)));
    expect(bodies.map(({ acceptedPrice }) => acceptedPrice.amount)).toEqual(["12.10", "12.90"]);
  });

  it("goes on without a complaint when nothing is on hold any more", async () => {
    const hold = { reason: "price_changed" as const, accepted: "11.47", actual: "12.10" };
    open(settledView("on_hold", { payment: { hold } }));
    request.mockImplementation(async (url) =>
      url.includes("accept")
        ? Response.json({ code: "not_on_hold", detail: api.not_on_hold }, { status: 409 })
        : Response.json(orderView()),
    );
    await click(screen.getByRole("button", { name: "Accept 12.10 USDC and pay" }));
    await act(async () => undefined);
    expect(screen.getByTestId("pay-amount").textContent).toBe("11.47");
    expect(screen.queryByText(api.not_on_hold)).toBeNull();
  });

  it("drives the demo order only where there is a demo", async () => {
    const { unmount } = open(orderView());
    expect(screen.queryByTestId("demo-panel")).toBeNull();
    unmount();
    open(orderView(), { demo: true });
    request.mockImplementation(async () => Response.json({}));
    await click(await screen.findByTestId("demo-settle"));
    expect(request.mock.calls[0]?.[0]).toBe(`/api/demo/orders/${REFERENCE}/settle`);
  });

  it("remembers the order on a device without a database, without e-mail or address", async () => {
    open(orderView());
    const kept = await vi.waitUntil(() => localStorage.getItem("orders.v1"));
    expect(kept).toContain(REFERENCE);
    expect(kept).not.toContain("example.com");
    expect(kept).not.toContain(ADDRESS);
  });

  it("selects the address where there is no clipboard", async () => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    open(orderView());
    await click(screen.getByRole("button", { name: en.pay.copyAddress }));
    expect(String(window.getSelection())).toBe(ADDRESS);
    expect(screen.getAllByText(en.copy.selected).length).toBeGreaterThan(0);
  });

  it("reports everything to support but codes and the whole e-mail address", () => {
    const view = orderView({ phase: "partly_paid", payment: { received: "5", missing: "6.47" } });
    const report = toReport(view, en.report, {
      now: new Date("2026-03-01T12:01:00Z"),
      browser: "Browser 1",
      locale: "en",
    });
    expect(report).toContain(`Reference: ${REFERENCE}`);
    expect(report).toContain(`Address: ${ADDRESS}`);
    expect(report).toContain("Missing: 6.47 USDC");
    expect(report).toContain("E-mail: a***@example.com");
    expect(report).toContain("Report made (UTC): 2026-03-01T12:01:00.000Z");
  });

  it.each(["en", "tr"] as const)("has no unfilled placeholder in any state (%s)", (locale) => {
    for (const phase of OTHER_PHASES) {
      const { container, unmount } = open(settledView(phase), { locale });
      expect(within(container).queryByText(/\{\w+\}/)).toBeNull();
      unmount();
    }
  });
});
