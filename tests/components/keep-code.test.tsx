// @vitest-environment jsdom
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OrderPanel } from "@/components/order/order-panel";
import type { OrderView } from "@/lib/contract/order-view";
import { findVaultOrder, hasCode, lockVault, noteOrderState } from "@/lib/device/vault";
import { orderKey, withVaultDb } from "@/lib/device/vault-db";
import en from "@/messages/en/order.json";
import { dumpDatabase } from "../support/dump-database";
import { FakeEventSource } from "./support/fake-runtime";
import { orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const CODE = "SECRET-7Q4F";
const request = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const deliveries = [{ id: "line-1", code: CODE }];

beforeEach(() => {
  lockVault();
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  request.mockReset().mockImplementation(async () => Response.json({ deliveries }));
  vi.stubGlobal("fetch", request);
  vi.stubGlobal("EventSource", FakeEventSource);
});
afterEach(() => vi.unstubAllGlobals());

const done = (change: Partial<OrderView> = {}) =>
  settledView("done", {
    lines: orderView().lines.map((line) => ({ ...line, state: "delivered", revealable: true })),
    ...change,
  });

async function open(view = done()) {
  const page = render(
    <OrderPanel initial={view} messages={en} locale="en" shopName="Demo shop" demo={false} />,
  );
  // The order is in the vault before anything else is looked at.
  await vi.waitUntil(() => findVaultOrder(REFERENCE));
  return page;
}

const click = (element: HTMLElement) => act(async () => void fireEvent.click(element));
const reveal = () => click(screen.getByTestId("reveal"));
const box = () => screen.findByTestId<HTMLInputElement>("keep-code");

describe("A8: a code", () => {
  it("that is revealed is kept nowhere", async () => {
    await open();
    await reveal();
    expect((await box()).checked).toBe(false);
    expect(await hasCode(REFERENCE, "line-1")).toBe(false);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain(CODE);
    expect(await dumpDatabase("orders-vault")).not.toContain("code.");
  });

  it("is kept, sealed, by a tick, and no longer when it is taken back", async () => {
    await open();
    await reveal();
    await click(await box());
    await vi.waitUntil(() => hasCode(REFERENCE, "line-1"));
    expect((await findVaultOrder(REFERENCE))?.codes).toEqual(deliveries);
    expect(await dumpDatabase("orders-vault")).not.toContain(CODE);
    await click(await box());
    await vi.waitUntil(async () => !(await hasCode(REFERENCE, "line-1")));
    expect((await box()).checked).toBe(false);
  });

  it("that is kept shows from the device when the shop cannot be reached, and says so", async () => {
    await open();
    await reveal();
    await click(await box());
    await vi.waitUntil(() => hasCode(REFERENCE, "line-1"));
    await click(screen.getByRole("button", { name: en.code.hide }));
    request.mockRejectedValue(new TypeError("offline"));
    await reveal();
    expect((await screen.findByTestId("code")).textContent).toBe(CODE);
    expect(screen.getByText(en.code.fromDevice)).toBeTruthy();
  });

  it("that is kept shows even where the record of its order is damaged", async () => {
    await open();
    await reveal();
    await click(await box());
    await vi.waitUntil(() => hasCode(REFERENCE, "line-1"));
    await click(screen.getByRole("button", { name: en.code.hide }));
    const order = await orderKey(REFERENCE);
    await withVaultDb(async (db) => {
      const part = await db.get("parts", [order, "order"]);
      if (part) await db.put("parts", { ...part, data: part.data.slice(0, -1) });
    });
    request.mockRejectedValue(new TypeError("offline"));
    await reveal();
    expect((await screen.findByTestId("code")).textContent).toBe(CODE);
  });

  it.each([403, 404, 429])(
    "that the shop refuses (%i) is not shown from the device",
    async (status) => {
      await open();
      await reveal();
      await click(await box());
      await vi.waitUntil(() => hasCode(REFERENCE, "line-1"));
      await click(screen.getByRole("button", { name: en.code.hide }));
      request.mockResolvedValue(new Response(null, { status }));
      await reveal();
      expect(screen.queryByTestId("code")).toBeNull();
    },
  );
});

describe("the page of an order", () => {
  it("notes the state that it last saw", async () => {
    await open();
    await vi.waitUntil(async () => (await findVaultOrder(REFERENCE))?.state);
    expect((await findVaultOrder(REFERENCE))?.state?.phase).toBe("done");
    await noteOrderState(REFERENCE, { phase: "refunded", at: "2026-03-02T10:00:00.000Z" });
    expect((await findVaultOrder(REFERENCE))?.state?.phase).toBe("refunded");
  });

  it("offers no code, no number and no link to a browser that may only pay and follow", async () => {
    await open(done({ scope: "pay" }));
    expect(screen.queryByTestId("reveal")).toBeNull();
    expect(screen.getByTestId("follow-only").textContent).toBe(en.code.follow);
    expect(screen.queryByText(en.details.numberShow)).toBeNull();
    expect(screen.queryByText(en.tools.save)).toBeNull();
    expect(screen.getByText(en.details.accessPay)).toBeTruthy();
  });

  it("A3: takes a link for everything that is pasted over its own address", async () => {
    const path = `/en/orders/${REFERENCE}`;
    window.history.replaceState(null, "", path);
    await open(done({ scope: "pay" }));
    request.mockClear().mockResolvedValue(new Response(null, { status: 404 }));
    window.history.replaceState(null, "", `${path}#t=${"t".repeat(60)}`);
    await act(async () => void window.dispatchEvent(new Event("hashchange")));
    expect(request.mock.calls.map(([url, { body }]) => [url, body])).toEqual([
      ["/api/orders/access?lang=en", JSON.stringify({ token: "t".repeat(60) })],
    ]);
    expect(window.location.hash).toBe("");
  });

  it("makes a link of the scope that was chosen, and says what it may and until when", async () => {
    const url = `https://shop.example/en/orders/${REFERENCE}#t=${"t".repeat(60)}`;
    request.mockImplementation(async () =>
      Response.json({ url, scope: "pay", expiresAt: "2026-03-02T12:00:00.000Z" }),
    );
    await open(orderView());
    const tools = screen.getByTestId("save-link");
    expect(tools.hasAttribute("open")).toBe(true);
    await click(screen.getByRole("radio", { name: /^Pay and follow/ }));
    await click(screen.getByRole("button", { name: en.tools.save }));
    const asked = request.mock.calls.find(([path]) => path.includes("/link?"));
    expect(JSON.parse(String(asked?.[1].body))).toEqual({ scope: "pay" });
    expect(screen.getByLabelText<HTMLInputElement>(en.tools.saveLabel).value).toBe(url);
    expect(tools.textContent).toContain(en.tools.payText);
    expect(tools.textContent).toMatch(/Works until Mar 2, 2026, \d/);
  });
});
