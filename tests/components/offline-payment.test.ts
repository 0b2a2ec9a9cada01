// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPaymentCopy } from "@/lib/device/payment-copy";
import { sentKey } from "@/lib/device/sent-payments";
import { offlineShell } from "@/lib/offline/offline-shell";
import en from "@/messages/en/order.json";
import { ADDRESS, REFERENCE } from "./support/order-view";

const script = readFileSync("public/offline.js", "utf8");
const { serial, securityCode, damaged } = en.code;
const LEFT_MS = 600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T12:00:00Z") });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  localStorage.clear();
  keepPaymentCopy(localStorage, {
    reference: REFERENCE,
    coin: "USDC",
    network: "Base",
    amount: "20.53",
    address: ADDRESS,
    savedAtMs: Date.now(),
    untilMs: Date.now() + LEFT_MS,
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.history.replaceState(null, "", "/");
});

/** Opens the page that the worker answers with where the order's page is asked for. */
function open() {
  window.history.replaceState(null, "", `/en/orders/${REFERENCE}`);
  const shell = offlineShell("en", { ...en.offline, serial, securityCode, damaged });
  document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(shell)?.[1] ?? "";
  document.documentElement.lang = "en";
  new Function(script)();
}

const element = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the page`);
  return found;
};
const text = (selector: string) => element(selector).textContent;

describe("the copy of a payment without a connection", () => {
  it("is shown until its deadline, and nothing of it is left then", () => {
    open();
    expect(["#amount", "#coin", "#network", "#address"].map(text)).toEqual([
      "20.53",
      "USDC",
      "Base",
      ADDRESS,
    ]);
    vi.advanceTimersByTime(LEFT_MS + 1_000);
    expect(element("#pay").hidden).toBe(true);
    expect(document.body.textContent).not.toContain(ADDRESS);
    expect({ ...localStorage }).toEqual({});
  });

  it("can be selected and copied by hand, for as long as that takes", () => {
    open();
    window.getSelection()?.selectAllChildren(element("#address"));
    vi.advanceTimersByTime(30_000);
    expect(String(window.getSelection())).toBe(ADDRESS);
  });

  it("is not shown where a wallet was asked to pay, in whatever tab", () => {
    open();
    localStorage.setItem(sentKey(REFERENCE), "{}");
    vi.advanceTimersByTime(1_000);
    expect(element("#pay").hidden).toBe(true);
    expect(document.body.textContent).not.toContain(ADDRESS);
  });
});
