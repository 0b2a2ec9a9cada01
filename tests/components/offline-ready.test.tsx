// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OfflineReady } from "@/components/shop/offline-ready";
import { strictConsole } from "./support/strict-console";

strictConsole();

const FILES = ["/offline.js", "/offline-codes.js"];
const register = vi.fn(async () => undefined);
const cache = { match: vi.fn(), addAll: vi.fn() };
const idle: (() => unknown)[] = [];
const whenIdle = async () => {
  for (const run of idle.splice(0)) await run();
};
const copyOf = (date: string) => new Response("", { headers: { date } });

beforeEach(() => {
  idle.length = 0;
  for (const mock of [register, ...Object.values(cache)]) mock.mockReset();
  Object.assign(navigator, { serviceWorker: { register } });
  vi.stubGlobal("caches", { open: async () => cache });
  vi.stubGlobal("requestIdleCallback", (run: () => unknown) => idle.push(run));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, "serviceWorker");
});

describe("being ready for no connection", () => {
  it("begins when the page is loaded and idle, and not before", async () => {
    const state = vi.spyOn(document, "readyState", "get").mockReturnValue("interactive");
    render(<OfflineReady locale="tr" />);
    expect(idle).toHaveLength(0);
    state.mockReturnValue("complete");
    window.dispatchEvent(new Event("load"));
    expect(register).not.toHaveBeenCalled();
    await whenIdle();
    expect(register.mock.calls).toEqual([["/sw.js"]]);
    expect(cache.addAll.mock.calls).toEqual([[["/api/offline?lang=tr", ...FILES]]]);
  });

  it("asks the shop for nothing again on the same day", async () => {
    cache.match.mockResolvedValue(copyOf(new Date().toUTCString()));
    render(<OfflineReady locale="ar" />);
    await whenIdle();
    expect(cache.addAll).not.toHaveBeenCalled();
  });

  it("gets a new copy after a day, or where the copy does not tell its age", async () => {
    for (const old of [copyOf(new Date(Date.now() - 90_000_000).toUTCString()), new Response("")]) {
      cache.match.mockResolvedValueOnce(old);
      render(<OfflineReady locale="en" />);
      await whenIdle();
    }
    expect(cache.addAll).toHaveBeenCalledTimes(2);
  });

  it("does without where the browser has no worker or refuses it", async () => {
    register.mockRejectedValueOnce(new Error("private window"));
    render(<OfflineReady locale="en" />);
    await whenIdle();
    Reflect.deleteProperty(navigator, "serviceWorker");
    cache.addAll.mockReset();
    render(<OfflineReady locale="en" />);
    await whenIdle();
    expect(cache.addAll).not.toHaveBeenCalled();
  });
});
