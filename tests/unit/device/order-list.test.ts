// @vitest-environment jsdom
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, onTestFinished, test, vi } from "vitest";
import { browserStore } from "@/lib/cart/browser-storage";
import { chooseKeepDays, isOutdated, keepDays } from "@/lib/device/auto-forget";
import { type DeviceOrder, listOrders, rememberOrder } from "@/lib/device/device-orders";
import {
  findOrder,
  forgetHere,
  keepOrder,
  readOrderList,
  takeWaitingOrders,
} from "@/lib/device/order-list";
import { keepCode, listVault, lockVault, rekeyVault } from "@/lib/device/vault";
import { wipeDevice } from "@/lib/device/wipe-device";
import { dumpDatabase } from "../../support/dump-database";

const order = (index: number): DeviceOrder => ({
  reference: `r${index}`.padEnd(60, "x"),
  createdAt: new Date(Date.UTC(2026, 0, index)).toISOString(),
  title: `Card ${index}`,
  country: "US",
  notes: [`Note ${index}`],
});
const { reference } = order(1);
const state = { phase: "awaiting_payment", at: "2026-01-02T00:00:00.000Z" } as const;

const blockDatabase = () => {
  const open = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  globalThis.indexedDB = { open } as unknown as IDBFactory;
};

/** As in some private windows and on a full disk. */
const keepNothing = () => {
  const working = globalThis.indexedDB;
  globalThis.indexedDB = {
    open: (...args: Parameters<IDBFactory["open"]>) => {
      const request = working.open(...args);
      request.addEventListener("success", () => {
        request.result.transaction = new Proxy(request.result.transaction, {
          apply: (target, self, [stores, mode]) => {
            if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
            return Reflect.apply(target, self, [stores, mode]);
          },
        });
      });
      return request;
    },
    cmp: working.cmp.bind(working),
  } as unknown as IDBFactory;
};

beforeEach(() => {
  lockVault();
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
});

describe("the list that a device had before the vault", () => {
  it("moves into it once, with everything that it held", async () => {
    for (const index of [1, 2, 3]) rememberOrder(localStorage, order(index));
    await takeWaitingOrders(localStorage);
    expect(listOrders(localStorage)).toEqual([]);
    await takeWaitingOrders(localStorage);
    const { orders } = await listVault();
    expect(orders).toEqual([3, 2, 1].map((index) => ({ ...order(index), kept: 0 })));
  });

  it("moves in while the vault is locked, too, and leaves nothing in clear", async () => {
    await rekeyVault("ochre lantern quietly");
    lockVault();
    rememberOrder(localStorage, order(1));
    expect(await readOrderList(localStorage)).toEqual({ kind: "locked" });
    expect(JSON.stringify({ ...localStorage })).not.toContain("Card");
    expect(await dumpDatabase("orders-vault")).not.toContain("Card");
  });

  it("stays and is the list where the browser has no database", async () => {
    blockDatabase();
    rememberOrder(localStorage, order(1));
    await keepOrder(localStorage, order(2), state);
    await keepOrder(localStorage, { ...order(1), notes: [] }, state);
    expect(await readOrderList(localStorage)).toEqual({
      kind: "listed",
      vault: "blocked",
      orders: [2, 1].map((index) => ({ ...order(index), kept: 0 })),
      damaged: 0,
    });
    expect(await findOrder(localStorage, reference)).toEqual(order(1));
    await forgetHere(localStorage, reference, true);
    expect(listOrders(localStorage)).toHaveLength(1);
  });

  it("stays where the database opens and then keeps nothing", async () => {
    rememberOrder(localStorage, order(1));
    keepNothing();
    const list = await readOrderList(localStorage);
    expect(list).toMatchObject({ vault: "blocked", orders: [{ title: "Card 1" }] });
    expect(listOrders(localStorage)).toHaveLength(1);
  });

  it("A8: on a full disk costs nothing of what the vault keeps already", async () => {
    await keepOrder(localStorage, order(1), state);
    await keepCode(reference, { id: "a", code: "SECRET" });
    rememberOrder(localStorage, order(2));
    keepNothing();
    const list = await readOrderList(localStorage);
    expect(list).toEqual({
      kind: "listed",
      vault: "plain",
      orders: [
        { ...order(2), kept: 0 },
        { ...order(1), state, kept: 1 },
      ],
      damaged: 0,
    });
    expect(listOrders(localStorage)).toEqual([order(2)]);
  });

  it("A8: on a full disk is not told beside a locked list", async () => {
    await keepOrder(localStorage, order(1), state);
    await rekeyVault("ochre lantern quietly");
    lockVault();
    rememberOrder(localStorage, order(2));
    keepNothing();
    expect(await readOrderList(localStorage)).toEqual({ kind: "locked" });
  });

  it("is the list where the vault's records cannot be read at all", async () => {
    await keepOrder(localStorage, order(1), state);
    const broken = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(() => {
      throw new DOMException("Internal error", "UnknownError");
    });
    onTestFinished(() => broken.mockRestore());
    expect(await readOrderList(localStorage)).toMatchObject({ vault: "blocked", orders: [] });
  });

  it("is where an opened order goes then, too", async () => {
    keepNothing();
    await keepOrder(localStorage, order(1), state);
    expect(listOrders(localStorage)).toEqual([order(1)]);
  });
});

describe("an order that its page tells of", () => {
  it("keeps the notes that checkout wrote down", async () => {
    rememberOrder(localStorage, order(1));
    const { notes: _none, ...fromPage } = order(1);
    await keepOrder(localStorage, fromPage, state);
    expect(await findOrder(localStorage, reference)).toMatchObject({ ...order(1), state });
  });
});

describe("forgetting one order", () => {
  const asked = `sent.v1.${reference}`;

  it.each([
    ["keeps what a wallet was asked while it may still be paid", false, "{}"],
    ["leaves nothing of one that is over", true, null],
  ])("%s", async (_name, isOver, left) => {
    await keepOrder(localStorage, order(1), state);
    await keepCode(reference, { id: "a", code: "SECRET" });
    localStorage.setItem(asked, "{}");
    localStorage.setItem(`pay-copy.v1.${reference}`, "{}");
    await forgetHere(localStorage, reference, isOver);
    expect((await listVault()).orders).toEqual([]);
    expect(localStorage.getItem(asked)).toBe(left);
    expect(localStorage.getItem(`pay-copy.v1.${reference}`)).toBeNull();
    expect(await dumpDatabase("orders-vault")).not.toContain("code.a");
  });
});

test("wiping leaves neither list nor key nor anything in storage", async () => {
  await keepOrder(localStorage, order(1), state);
  await rekeyVault("ochre lantern quietly");
  localStorage.setItem(`sent.v1.${reference}`, "{}");
  sessionStorage.setItem("draft", "x");
  expect(await wipeDevice()).toBe(true);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(await indexedDB.databases()).toEqual([]);
});

test("wiping leaves nothing of what a page keeps where the browser keeps nothing", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementationOnce(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  browserStore("localStorage").setItem("cart", "{}");
  await wipeDevice();
  expect(browserStore("localStorage").getItem("cart")).toBeNull();
});

test.each([
  ["has failed", "UnknownError", false],
  ["keeps no database for the shop", "SecurityError", true],
])("wiping tells what is left of the list where the browser %s", async (_name, error, isGone) => {
  await keepOrder(localStorage, order(1), state);
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    throw new DOMException("no", error);
  });
  localStorage.setItem("cart", "{}");
  expect(await wipeDevice()).toBe(isGone);
  // One failure does not keep the others.
  expect(localStorage.length).toBe(0);
});

test.each(["caches", "workers"])("wiping tells that %s are left", async (what) => {
  const fails = async () => {
    throw new DOMException("disk", "UnknownError");
  };
  if (what === "caches") vi.stubGlobal("caches", { keys: async () => ["a"], delete: fails });
  else vi.stubGlobal("navigator", { serviceWorker: { getRegistrations: fails } });
  expect(await wipeDevice()).toBe(false);
  vi.unstubAllGlobals();
});

describe("forgetting by itself", () => {
  const now = Date.parse("2026-04-01T00:00:00.000Z");
  const aged = (days: number) => ({ createdAt: new Date(now - days * 86_400_000).toISOString() });

  it.each([
    [0, 4_000, false],
    [30, 30, false],
    [30, 31, true],
    [365, 364, false],
    [365, 366, true],
  ] as const)("after %i days: an order of %i days goes: %s", (days, age, goes) => {
    expect(isOutdated(aged(age), days, now)).toBe(goes);
  });

  it("keeps the choice, and takes anything else for never", () => {
    expect(keepDays(localStorage)).toBe(0);
    chooseKeepDays(localStorage, 90);
    expect(keepDays(localStorage)).toBe(90);
    localStorage.setItem("orders.keep-days", "-1");
    expect(keepDays(localStorage)).toBe(0);
    expect(keepDays(undefined)).toBe(0);
  });
});
