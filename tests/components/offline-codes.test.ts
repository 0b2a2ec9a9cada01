// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepCode, lockVault, rekeyVault, takeOrders } from "@/lib/device/vault";
import { orderKey, type Part, withVaultDb } from "@/lib/device/vault-db";
import { offlineShell } from "@/lib/offline/offline-shell";
import en from "@/messages/en/order.json";

const PASSPHRASE = "ochre lantern quietly";
const CODE = "SECRET-7Q4F";
const LINK = "https://gifts.example/claim/abc";
const script = readFileSync("public/offline-codes.js", "utf8");
const { serial, securityCode, damaged } = en.code;

const known = (letter: string) => ({
  reference: letter.repeat(60),
  createdAt: "2026-03-01T10:00:00.000Z",
  title: `Card ${letter}`,
  country: "US",
});

beforeEach(async () => {
  lockVault();
  globalThis.indexedDB = new IDBFactory();
  await takeOrders([known("a"), known("b"), known("c")]);
  await keepCode(known("a").reference, { id: "line-1", code: CODE, serial: "SN-9" });
  await keepCode(known("b").reference, { id: "line-1", codeUrl: LINK });
});

/** Opens the page that the worker answers with, at an address. */
function open(path: string) {
  window.history.replaceState(null, "", path);
  const shell = offlineShell("en", { ...en.offline, serial, securityCode, damaged });
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(shell)?.[1] ?? "";
  new Function(script)();
}

const element = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the page`);
  return found;
};
const titles = () => [...document.querySelectorAll("#kept-codes h3")].map((h3) => h3.textContent);
const text = () => document.body.textContent;

const spoil = (order: string, slot: Part["slot"]) =>
  withVaultDb(async (db) => {
    const part = await db.get("parts", [order, slot]);
    if (part) await db.put("parts", { ...part, data: part.data.slice(0, -1) });
  });

describe("the page without a connection", () => {
  it("A8: lists the orders with kept codes, and a code only after the click", async () => {
    open("/en/orders");
    await vi.waitUntil(() => titles().length === 2);
    expect(titles().sort()).toEqual(["Card a", "Card b"]);
    expect(text()).not.toContain(CODE);
    const item = [...document.querySelectorAll("li")].find((li) =>
      li.textContent.includes("Card a"),
    );
    item?.querySelector("button")?.click();
    await vi.waitUntil(() => text().includes(CODE));
    expect(text()).toContain(`${serial}SN-9`);
    expect(text()).not.toContain(LINK);
    item?.querySelector("button")?.click();
    await vi.waitUntil(() => !text().includes(CODE));
  });

  it.each([
    ["beside a good one", ["line-2"], [CODE]],
    ["alone", ["line-1", "line-2"], []],
  ])("says that a code is damaged, %s, and shows the good ones", async (_name, lines, shown) => {
    const { reference } = known("a");
    await keepCode(reference, { id: "line-2", code: "SPOILED" });
    const order = await orderKey(reference);
    for (const line of lines) await spoil(order, `code.${line}`);
    open(`/en/orders/${reference}`);
    await vi.waitUntil(() => titles().length > 0);
    element("#kept-codes button").click();
    await vi.waitUntil(() => text().includes(damaged));
    expect(element("#kept-codes [role=alert]").textContent).toBe(damaged);
    const codes = [...document.querySelectorAll("#kept-codes code")].map(
      (code) => code.textContent,
    );
    expect(codes.slice(0, 1)).toEqual(shown);
    expect(element("#kept-codes button").textContent).toBe(en.offline.hide);
    element("#kept-codes button").click();
    await vi.waitUntil(() => !text().includes(damaged));
  });

  it.each([
    ["damaged", (order: string) => spoil(order, "order")],
    ["gone", (order: string) => withVaultDb((db) => db.delete("parts", [order, "order"]))],
  ])("shows the code of an order whose name is %s", async (_name, change) => {
    const { reference } = known("a");
    await change(await orderKey(reference));
    open(`/en/orders/${reference}`);
    await vi.waitUntil(() => document.querySelector("#kept-codes button"));
    expect(titles()).toEqual([]);
    element("#kept-codes button").click();
    await vi.waitUntil(() => text().includes(CODE));
  });

  it("shows no order but the one of its address", async () => {
    open(`/en/orders/${known("b").reference}`);
    await vi.waitUntil(() => titles().length > 0);
    expect(titles()).toEqual(["Card b"]);
    element("#kept-codes button").click();
    await vi.waitUntil(() => text().includes(LINK));
    expect(document.querySelector("a")).toBeNull();
  });

  it("shows none on a page that is not about orders", async () => {
    open("/en/orders");
    await vi.waitUntil(() => titles().length === 2);
    for (const path of ["/", "/en/us", "/en/us/orders", "/en/checkout"]) {
      open(path);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(element("#kept").hidden, path).toBe(true);
      expect(titles(), path).toEqual([]);
    }
  });

  it("closes a code when the tab is left", async () => {
    open(`/en/orders/${known("a").reference}`);
    await vi.waitUntil(() => titles().length > 0);
    element("#kept-codes button").click();
    await vi.waitUntil(() => text().includes(CODE));
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.waitFor(() => expect(text()).not.toContain(CODE));
    vi.restoreAllMocks();
  });

  it("asks for the passphrase of a locked list, and names no order before", async () => {
    await rekeyVault(PASSPHRASE);
    open("/en/orders");
    await vi.waitUntil(() => !element("#unlock").hidden);
    const submit = (typed: string) => {
      const input = element("#passphrase");
      if (input instanceof HTMLInputElement) input.value = typed;
      element("#unlock").dispatchEvent(new Event("submit", { cancelable: true }));
    };
    submit("ochre lantern quickly");
    await vi.waitUntil(() => !element("#unlock-wrong").hidden, { timeout: 5_000 });
    expect(titles()).toEqual([]);
    submit(PASSPHRASE);
    await vi.waitUntil(() => titles().length === 2, { timeout: 5_000 });
    expect(element("#unlock").hidden).toBe(true);
  });

  it("A8: is locked again as soon as it is left, for the browser may keep it", async () => {
    await rekeyVault(PASSPHRASE);
    open("/en/orders");
    await vi.waitUntil(() => !element("#unlock").hidden);
    const submit = () => {
      const input = element("#passphrase");
      if (input instanceof HTMLInputElement) input.value = PASSPHRASE;
      element("#unlock").dispatchEvent(new Event("submit", { cancelable: true }));
    };
    submit();
    await vi.waitUntil(() => titles().length === 2, { timeout: 5_000 });
    window.dispatchEvent(new Event("pagehide"));
    expect(titles()).toEqual([]);
    expect(element("#unlock").hidden).toBe(false);
    submit();
    await vi.waitUntil(() => titles().length === 2, { timeout: 5_000 });
    // Left while the passphrase is still being tried.
    window.dispatchEvent(new Event("pagehide"));
    submit();
    window.dispatchEvent(new Event("pagehide"));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(titles()).toEqual([]);
    expect(element("#unlock").hidden).toBe(false);
  });

  it("makes no database where there is none, and shows nothing", async () => {
    globalThis.indexedDB = new IDBFactory();
    open("/en/orders");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(element("#kept").hidden).toBe(true);
    expect(await indexedDB.databases()).toEqual([]);
  });
});
