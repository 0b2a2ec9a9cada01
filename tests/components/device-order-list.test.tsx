// @vitest-environment jsdom
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceOrderList } from "@/components/orders/device-order-list";
import { chooseKeepDays } from "@/lib/device/auto-forget";
import { type DeviceOrder, rememberOrder } from "@/lib/device/device-orders";
import {
  dropCode,
  findVaultOrder,
  keepCode,
  listVault,
  lockVault,
  noteOrderState,
  rekeyVault,
  takeOrders,
} from "@/lib/device/vault";
import { orderKey, type Part, withVaultDb } from "@/lib/device/vault-db";
import order from "@/messages/en/order.json";
import en from "@/messages/en/orders.json";
import { settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

const PASSPHRASE = "ochre lantern quietly";
const CODE = "SECRET-7Q4F";
const request = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

const known = (letter: string, change: Partial<DeviceOrder> = {}): DeviceOrder => ({
  reference: letter.repeat(60),
  createdAt: `2026-03-0${letter.charCodeAt(0) - 96}T10:00:00.000Z`,
  title: `Card ${letter}`,
  country: "US",
  ...change,
});

beforeEach(() => {
  lockVault();
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  request.mockReset().mockResolvedValue(new Response(null, { status: 404 }));
  vi.stubGlobal("fetch", request);
  Element.prototype.scrollIntoView = vi.fn();
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => vi.unstubAllGlobals());

const open = () => render(<DeviceOrderList messages={en} order={order} locale="en" />);
const rows = async () =>
  (await within(await screen.findByTestId("device-orders")).findAllByRole("listitem")).map(
    ({ textContent }) => textContent,
  );
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const asked = (method: string) =>
  request.mock.calls.filter(([, init]) => init.method === method).map(([url]) => url);

describe("the orders of this device", () => {
  it("come newest first with their state of now, and the list of before is among them", async () => {
    rememberOrder(localStorage, known("a"));
    await takeOrders([known("b")]);
    request.mockImplementation(async (url) =>
      url.includes("aaa")
        ? Response.json(settledView("done"))
        : new Response(null, { status: 404 }),
    );
    open();
    await screen.findByText(en.phase.done);
    const [first, second] = await rows();
    expect(first).toContain("Card b");
    expect(first).toContain(en.list.gone);
    expect(second).toContain("Card a");
    expect(second).toContain(en.phase.done);
  });

  it("are a kind word and a way on when there are none", async () => {
    open();
    expect(await screen.findByText(en.empty.title)).toBeTruthy();
    expect(screen.getByRole("link", { name: en.empty.action })).toBeTruthy();
  });

  it("tell the last known state, and its age, where the shop cannot be reached", async () => {
    await takeOrders([known("a")]);
    await noteOrderState(known("a").reference, {
      phase: "delivering",
      at: "2026-03-02T10:00:00.000Z",
    });
    request.mockRejectedValue(new TypeError("offline"));
    open();
    expect(await screen.findByText(/as of Mar 2, 2026/)).toBeTruthy();
    expect(screen.getByText(en.phase.delivering)).toBeTruthy();
  });

  it("are found by their name and by how far they are", async () => {
    const letters = ["a", "b", "c", "d"];
    await takeOrders(letters.map((letter) => known(letter, { title: `Café ${letter}` })));
    request.mockImplementation(async (url) =>
      Response.json(settledView(url.includes("aaa") ? "expired" : "done")),
    );
    open();
    await waitFor(() =>
      expect(screen.getAllByText(en.phase.done, { selector: "li span" })).toHaveLength(3),
    );
    type(en.list.search, "cafe B");
    expect(await rows()).toHaveLength(1);
    type(en.list.search, "");
    type(en.list.filter, "over");
    expect((await rows()).join()).toContain("Café a");
    expect(await rows()).toHaveLength(1);
    type(en.list.search, "nothing like it");
    expect(screen.getByText("No order fits")).toBeTruthy();
  });

  it("of long ago that are over are not asked about on every visit", async () => {
    const orders = Array.from({ length: 22 }, (_, index) =>
      known("a", {
        reference: `r${index}`.padEnd(60, "x"),
        createdAt: new Date(Date.UTC(2026, 0, 60 - index)).toISOString(),
        title: `Card ${index}`,
      }),
    );
    await takeOrders(orders);
    const at = "2026-03-02T10:00:00.000Z";
    await noteOrderState(orders[20]?.reference ?? "", { phase: "done", at });
    await noteOrderState(orders[21]?.reference ?? "", { phase: "delivering", at });
    open();
    await vi.waitUntil(() => request.mock.calls.length === 21);
    expect(request.mock.calls.some(([url]) => url.includes("r20x"))).toBe(false);
    expect(await screen.findByText(/as of/, { selector: "li:nth-child(21) span" })).toBeTruthy();
  });

  it("are forgotten one by one, with the right to them, after a question", async () => {
    await takeOrders([known("a"), known("b")]);
    open();
    await rows();
    await press("Forget Card a");
    await press(en.list.forgetYes);
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(screen.getByText(en.list.removed).getAttribute("role")).toBe("status");
    // The button that was pressed is gone; the keyboard goes on from the list.
    expect(document.activeElement?.contains(screen.getByTestId("device-orders"))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    expect(asked("DELETE")).toEqual([`/api/orders/${known("a").reference}/access`]);
    expect((await listVault()).orders.map(({ title }) => title)).toEqual(["Card b"]);
  });

  it("stay when the shop could not be told", async () => {
    await takeOrders([known("a")]);
    request.mockRejectedValue(new TypeError("offline"));
    open();
    await rows();
    await press("Forget Card a");
    await press(en.list.forgetYes);
    expect(await screen.findByText(en.list.forgetFailed)).toBeTruthy();
    expect((await listVault()).orders).toHaveLength(1);
  });

  it("A8: stay when the device could not delete them, and can be forgotten once more", async () => {
    await takeOrders([known("a")]);
    open();
    await rows();
    const full = vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await press("Forget Card a");
    await press(en.list.forgetYes);
    expect(await screen.findByText(en.list.forgetFailed)).toBeTruthy();
    expect((await listVault()).orders).toHaveLength(1);
    full.mockRestore();
    await press(en.list.forgetYes);
    await waitFor(async () => expect((await listVault()).orders).toEqual([]));
  });

  it("are the simple list, and told to be, where the browser has no database", async () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    globalThis.indexedDB = { open: blocked } as unknown as IDBFactory;
    rememberOrder(localStorage, known("a"));
    open();
    expect(await screen.findByText(en.list.blocked)).toBeTruthy();
    expect((await rows()).join()).toContain("Card a");
    expect(screen.queryByText(en.device.backupTitle)).toBeNull();
    expect(screen.getByRole("button", { name: en.device.wipe })).toBeTruthy();
  });
});

describe("orders that go by themselves", () => {
  const fresh = () => known("b", { createdAt: new Date().toISOString() });
  const titles = async () => (await listVault()).orders.map(({ title }) => title);
  /** What the shop answers, whose clock stands somewhere, to the end of each right. */
  const answer = (clock: number, ended: () => Response | Promise<Response>) =>
    request.mockImplementation(async (url, { method }) => {
      if (method === "DELETE") return ended();
      const date = { date: new Date(clock).toUTCString() };
      return url === "/api/health/live"
        ? Response.json({ status: "ok" }, { headers: date })
        : new Response(null, { status: 404 });
    });
  const ended = () => new Response(null, { status: 204 });
  /** Everything that follows from opening the page has happened. */
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 100)));

  it("go when they are old enough, with the right to them", async () => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), fresh()]);
    answer(Date.now() + 60_000, ended);
    open();
    expect((await rows()).join()).not.toContain("Card a");
    await waitFor(async () => expect(await titles()).toEqual(["Card b"]));
    expect(asked("DELETE")).toEqual([`/api/orders/${known("a").reference}/access`]);
    expect((await rows()).join()).not.toContain("Card a");
  });

  it("wait for the next opening of the page after a choice, whatever the arrow keys passed", async () => {
    await takeOrders([known("a"), fresh()]);
    answer(Date.now() + 60_000, ended);
    const { unmount } = open();
    await rows();
    for (const days of ["30", "90"]) {
      await act(async () => type(en.device.keep, days));
      await act(async () => void window.dispatchEvent(new StorageEvent("storage")));
      await settle();
      expect(await rows()).toHaveLength(2);
    }
    expect(screen.getByText(en.device.saved)).toBeTruthy();
    expect(asked("DELETE")).toEqual([]);
    expect(await titles()).toHaveLength(2);
    unmount();
    open();
    await waitFor(async () => expect(await titles()).toEqual(["Card b"]));
  });

  it("A8: are not said to go by a choice that the browser did not store", async () => {
    open();
    await screen.findByText(en.device.wipe);
    const full = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await act(async () => type(en.device.keep, "30"));
    full.mockRestore();
    expect(screen.queryByText(en.device.saved)).toBeNull();
    expect(screen.getByText(en.device.failed).getAttribute("role")).toBe("status");
    expect(screen.getByLabelText<HTMLSelectElement>(en.device.keep).value).toBe("0");
    await act(async () => type(en.device.keep, "30"));
    expect(screen.getByText(en.device.saved)).toBeTruthy();
  });

  it("go after the list is unlocked, by the choice of before", async () => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), fresh()]);
    await rekeyVault(PASSPHRASE);
    lockVault();
    answer(Date.now() + 60_000, ended);
    open();
    await screen.findByTestId("locked-list");
    type(en.locked.label, PASSPHRASE);
    await press(en.locked.submit);
    await waitFor(async () => expect(await titles()).toEqual(["Card b"]), { timeout: 5_000 });
  });

  it("A8: do not go with a kept code, and the page says so", async () => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), fresh()]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    answer(Date.now() + 60_000, ended);
    open();
    await settle();
    expect((await rows()).join()).toContain("Card a");
    expect(asked("DELETE")).toEqual([]);
    expect((await findVaultOrder(known("a").reference))?.codes).toHaveLength(1);
    expect(screen.getByText(en.device.keepHint).textContent).toContain("kept codes stay");
  });

  it.each([
    ["this device's clock is years ahead of the shop's", Date.parse("2026-03-05T10:00:00Z"), {}],
    [
      "an order is newer than this device's clock",
      Date.now() + 60_000,
      { createdAt: new Date(Date.now() + 3_600_000).toISOString() },
    ],
  ])("do not go when %s", async (_name, shopClock, newest) => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), known("b", newest)]);
    answer(shopClock, ended);
    open();
    await settle();
    expect(await rows()).toHaveLength(2);
    expect(asked("DELETE")).toEqual([]);
    expect(await titles()).toHaveLength(2);
  });

  it.each<[string, () => Promise<Response>]>([
    ["the connection is lost", () => Promise.reject(new TypeError("offline"))],
    ["the shop says no", async () => new Response(null, { status: 503 })],
  ])("A8: stay in the list with their right when %s, and go the next time", async (_name, no) => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), fresh()]);
    answer(Date.now() + 60_000, no);
    const { unmount } = open();
    await waitFor(() => expect(asked("DELETE")).toHaveLength(1));
    await settle();
    expect((await rows()).join()).toContain("Card a");
    expect(await titles()).toHaveLength(2);
    unmount();
    answer(Date.now() + 60_000, ended);
    open();
    await waitFor(async () => expect(await titles()).toEqual(["Card b"]));
  });

  it("stay in the list without a connection", async () => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a"), fresh()]);
    request.mockRejectedValue(new TypeError("offline"));
    open();
    await settle();
    expect(await rows()).toHaveLength(2);
    expect(await titles()).toHaveLength(2);
  });
});

describe("a kept code", () => {
  it("A8: is nowhere in the page before the click, and comes without a request", async () => {
    await takeOrders([known("a")]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    const { container } = open();
    await rows();
    expect(container.innerHTML).not.toContain(CODE);
    request.mockReset().mockRejectedValue(new TypeError("offline"));
    await press(en.list.showCode);
    expect((await screen.findByTestId("code")).textContent).toBe(CODE);
    expect(request).not.toHaveBeenCalled();
    await press(en.list.hideCode);
    expect(container.innerHTML).not.toContain(CODE);
  });

  it("closes when the tab is left", async () => {
    await takeOrders([known("a")]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    const { container } = open();
    await rows();
    await press(en.list.showCode);
    await screen.findByTestId("code");
    await act(async () => {
      vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    });
    expect(container.innerHTML).not.toContain(CODE);
  });
});

describe("a kept code that is no longer there to read", () => {
  /** What another tab does is not heard of here. */
  const elsewhere = (work: () => Promise<unknown>) => act(async () => void (await work()));

  it("is a locked list when another tab has set a passphrase", async () => {
    await takeOrders([known("a")]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    open();
    await rows();
    await elsewhere(() => rekeyVault(PASSPHRASE));
    lockVault();
    await press(en.list.showCode);
    expect(await screen.findByTestId("locked-list")).toBeTruthy();
    expect(screen.queryByTestId("kept-codes")).toBeNull();
    expect(document.activeElement?.contains(screen.getByTestId("locked-list"))).toBe(true);
  });

  it("leaves the row when another tab has let go of it", async () => {
    await takeOrders([known("a")]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    open();
    await rows();
    await elsewhere(() => dropCode(known("a").reference, "line-1"));
    await press(en.list.showCode);
    await waitFor(() => expect(screen.queryByTestId("show-kept")).toBeNull());
    expect(screen.queryByTestId("kept-codes")).toBeNull();
    expect(await rows()).toHaveLength(1);
  });

  it("is told to be damaged, and the good ones show", async () => {
    const { reference } = known("a");
    await takeOrders([known("a")]);
    await keepCode(reference, { id: "line-1", code: CODE });
    await keepCode(reference, { id: "line-2", code: "SPOILED" });
    const key = await orderKey(reference);
    const spoil = (slot: Part["slot"]) =>
      withVaultDb(async (db) => {
        const part = await db.get("parts", [key, slot]);
        if (part) await db.put("parts", { ...part, data: part.data.slice(0, -1) });
      });
    await spoil("code.line-2");
    open();
    await rows();
    await press(en.list.showCode);
    expect((await screen.findByTestId("code")).textContent).toBe(CODE);
    expect(screen.getByText(order.code.damaged).closest("[role=alert]")).toBeTruthy();
    await press(en.list.hideCode);
    await spoil("code.line-1");
    await press(en.list.showCode);
    expect(await screen.findByText(order.code.damaged)).toBeTruthy();
    expect(screen.queryByTestId("code")).toBeNull();
    expect(screen.queryByText(order.code.private)).toBeNull();
  });
});

describe("a passphrase", () => {
  it("is typed twice, long enough, and locks the list from then on", async () => {
    await takeOrders([known("a")]);
    open();
    await rows();
    const form = within(screen.getByTestId("passphrase"));
    const enter = async (first: string, again: string) => {
      for (const [label, value] of [
        [en.device.passNew, first],
        [en.device.passAgain, again],
      ] as const) {
        fireEvent.change(form.getByLabelText(label), { target: { value } });
      }
      await act(async () => void fireEvent.click(form.getByText(en.device.passSet)));
    };
    await enter("short", "short");
    expect(form.getByText("At least 10 characters, please.")).toBeTruthy();
    await enter(PASSPHRASE, `${PASSPHRASE}!`);
    expect(form.getByText(en.device.passDiffers)).toBeTruthy();
    await enter(PASSPHRASE, PASSPHRASE);
    expect(await screen.findByText(en.device.passDone, {}, { timeout: 5_000 })).toBeTruthy();
    const lock = await form.findByText(en.device.lock);
    await act(async () => void fireEvent.click(lock));
    expect(await screen.findByTestId("locked-list")).toBeTruthy();
    expect(screen.queryByText("Card a")).toBeNull();
  });

  it("opens the list, and another one does not", async () => {
    await takeOrders([known("a")]);
    await rekeyVault(PASSPHRASE);
    lockVault();
    open();
    await screen.findByTestId("locked-list");
    type(en.locked.label, "ochre lantern quickly");
    await press(en.locked.submit);
    expect(await screen.findByText(en.locked.wrong, {}, { timeout: 5_000 })).toBeTruthy();
    type(en.locked.label, PASSPHRASE);
    await press(en.locked.submit);
    expect(await screen.findByText("Card a", {}, { timeout: 5_000 })).toBeTruthy();
  });
});

describe("a list that a passphrase opened", () => {
  it("A8: is locked as soon as its page is left, for the browser may keep the page", async () => {
    await takeOrders([known("a")]);
    await rekeyVault(PASSPHRASE);
    open();
    await rows();
    await act(async () => void window.dispatchEvent(new PageTransitionEvent("pagehide")));
    expect(screen.queryByText("Card a")).toBeNull();
    await act(
      async () =>
        void window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    );
    expect(await screen.findByTestId("locked-list")).toBeTruthy();
    expect(screen.queryByText("Card a")).toBeNull();
  });
});

describe("a list that a passphrase opened, while the shop is asked what is too old", () => {
  it("A8: is locked when its page is left meanwhile", async () => {
    chooseKeepDays(localStorage, 30);
    await takeOrders([known("a")]);
    await rekeyVault(PASSPHRASE);
    let answer = (_response: Response): void => {};
    request.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    open();
    await waitFor(() => expect(request).toHaveBeenCalled());
    await act(async () => void window.dispatchEvent(new PageTransitionEvent("pagehide")));
    await act(async () => answer(new Response(null, { status: 404 })));
    expect(await screen.findByTestId("locked-list")).toBeTruthy();
    expect(screen.queryByText("Card a")).toBeNull();
  });
});

describe("wiping the device", () => {
  it("works while the list is locked, and says when the rights could not be ended", async () => {
    await takeOrders([known("a")]);
    await rekeyVault(PASSPHRASE);
    lockVault();
    localStorage.setItem("cart", "x");
    request.mockRejectedValue(new TypeError("offline"));
    open();
    await screen.findByTestId("locked-list");
    await press(en.device.wipe);
    await press(en.device.wipeYes);
    expect(await screen.findByText(en.device.wipePartly)).toBeTruthy();
    expect(await indexedDB.databases()).toEqual([]);
    expect(localStorage.length).toBe(0);
    expect(screen.getByText(en.empty.title)).toBeTruthy();

    request.mockResolvedValue(new Response(null, { status: 204 }));
    await press(en.device.wipe);
    await press(en.device.wipeYes);
    expect(await screen.findByText(en.device.wipeDone)).toBeTruthy();
    expect(asked("DELETE").at(-1)).toBe("/api/orders/access");
  });

  it("A8: is not said to be done when the browser did not delete the list", async () => {
    await takeOrders([known("a")]);
    await keepCode(known("a").reference, { id: "line-1", code: CODE });
    request.mockResolvedValue(new Response(null, { status: 204 }));
    vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
      throw new DOMException("disk", "UnknownError");
    });
    open();
    await rows();
    await press(en.device.wipe);
    await press(en.device.wipeYes);
    expect(await screen.findByText(en.device.wipeLeft)).toBeTruthy();
    expect(screen.queryByText(en.device.wipeDone)).toBeNull();
    // What is still there is still shown.
    expect((await rows()).join()).toContain("Card a");
    expect(await findVaultOrder(known("a").reference)).toBeTruthy();
  });

  it("A8: is not waited for without end while another tab holds the list", async () => {
    await takeOrders([known("a")]);
    request.mockResolvedValue(new Response(null, { status: 204 }));
    open();
    await rows();
    const held = await openDB("orders-vault");
    await press(en.device.wipe);
    await press(en.device.wipeYes);
    expect(await screen.findByText(en.device.wipeLeft, {}, { timeout: 8_000 })).toBeTruthy();
    held.close();
    await vi.waitUntil(async () => (await listVault()).orders.length === 0);
  });
});
