import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeviceOrder } from "@/lib/device/device-orders";
import {
  findVaultOrder,
  forgetVaultOrder,
  hasCode,
  keepCode,
  listVault,
  lockVault,
  noteOrderState,
  readVault,
  rekeyVault,
  restoreOrders,
  takeOrders,
  unlockVault,
  vaultStatus,
} from "@/lib/device/vault";
import { type Part, withVaultDb } from "@/lib/device/vault-db";
import { isWrapped } from "@/lib/device/vault-keys";
import { dumpDatabase } from "../../support/dump-database";

const PASSPHRASE = "ochre lantern quietly";
const CODE = "SECRET-7Q4F";

const order = (index: number): DeviceOrder => ({
  reference: `r${index}`.padEnd(60, "x"),
  createdAt: new Date(Date.UTC(2026, 0, index)).toISOString(),
  title: `Card ${index}`,
  country: "US",
  notes: [`Works in the US only ${index}`],
});
const { reference } = order(1);
const state = { phase: "done", at: "2026-01-02T00:00:00.000Z" } as const;

beforeEach(() => {
  lockVault();
  globalThis.indexedDB = new IDBFactory();
});

const parts = () => withVaultDb((db) => db.getAll("parts"));
const put = (part: Part) => withVaultDb((db) => db.put("parts", part));

describe("the vault of this device", () => {
  it("gives back what was put in, newest first, its codes only counted", async () => {
    await takeOrders([order(1), order(2)]);
    await noteOrderState(reference, state);
    await keepCode(reference, { id: "line-1", code: CODE });
    const { orders, damaged } = await listVault();
    expect(damaged).toBe(0);
    expect(orders.map(({ title, kept }) => [title, kept])).toEqual([
      ["Card 2", 0],
      ["Card 1", 1],
    ]);
    expect(orders[1]).toEqual({ ...order(1), state, kept: 1 });
    expect((await findVaultOrder(reference))?.codes).toEqual([{ id: "line-1", code: CODE }]);
  });

  it("A8: holds nothing in clear, neither in its records nor in their keys", async () => {
    await takeOrders([order(1)]);
    await noteOrderState(reference, state);
    await keepCode(reference, { id: "line-1", code: CODE });
    const dump = await dumpDatabase("orders-vault");
    expect(dump).toContain("code.line-1");
    for (const secret of [CODE, reference, "Card 1", "Works in", "done"]) {
      expect(dump).not.toContain(secret);
    }
  });

  it("keeps its private key where no script can take it out", async () => {
    await takeOrders([order(1)]);
    const keys = await withVaultDb((db) => db.get("keys", "current"));
    if (!keys || isWrapped(keys)) throw new Error("a key was to be there");
    expect(keys.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("pkcs8", keys.privateKey)).rejects.toThrow();
  });

  it("keeps the first word on what an order is, and the last on its state", async () => {
    await takeOrders([order(1)]);
    await takeOrders([{ ...order(1), title: "Another name", notes: [] }]);
    await noteOrderState(reference, { ...state, phase: "paid" });
    await noteOrderState(reference, state);
    expect(await findVaultOrder(reference)).toEqual({ ...order(1), state, codes: [] });
  });

  it("forgets an order with its state and its codes, and no other", async () => {
    await takeOrders([order(1), order(2)]);
    await keepCode(reference, { id: "line-1", code: CODE });
    await forgetVaultOrder(reference);
    expect(await hasCode(reference, "line-1")).toBe(false);
    expect((await parts()).length).toBe(1);
    expect((await listVault()).orders.map(({ title }) => title)).toEqual(["Card 2"]);
  });
});

describe("a record that was tampered with", () => {
  const changes: [string, (part: Part, other: Part) => Part][] = [
    [
      "a changed byte",
      (part) => {
        const data = new Uint8Array(part.data.slice(0));
        data[3] = (data[3] ?? 0) ^ 1;
        return { ...part, data: data.buffer };
      },
    ],
    ["a cut end", (part) => ({ ...part, data: part.data.slice(0, -1) })],
    ["the content of another order", (part, other) => ({ ...other, order: part.order })],
  ];

  it.each(changes)("by %s does not open, and the others do", async (_name, change) => {
    await takeOrders([order(1), order(2)]);
    const all = await parts();
    const victim = await orderPart(all, "Card 1");
    const other = all.find((part) => part !== victim);
    if (!other) throw new Error("two records were to be there");
    await put(change(victim, other));
    const { orders, damaged } = await listVault();
    expect(orders.map(({ title }) => title)).toEqual(["Card 2"]);
    expect(damaged).toBe(1);
  });
});

describe("what does not open any more", () => {
  const full = { ...order(1), state, codes: [{ id: "line-1", code: CODE }] };
  const cutAll = async () => {
    for (const part of await parts()) await put({ ...part, data: part.data.slice(0, -1) });
  };
  const fill = async () => {
    await takeOrders([order(1)]);
    await noteOrderState(reference, state);
    await keepCode(reference, { id: "line-1", code: CODE });
  };

  it("makes room for the order when its page tells of it again, and its code is there", async () => {
    await fill();
    const damaged = await orderPart(await parts(), "Card 1");
    await put({ ...damaged, data: damaged.data.slice(0, -1) });
    expect((await listVault()).orders).toEqual([]);
    await takeOrders([order(1)]);
    expect(await listVault()).toEqual({ orders: [{ ...order(1), state, kept: 1 }], damaged: 0 });
    expect((await findVaultOrder(reference))?.codes).toEqual(full.codes);
  });

  it("makes room for the same out of a backup", async () => {
    await fill();
    await cutAll();
    expect(await readVault()).toEqual({ orders: [], damaged: 3 });
    await restoreOrders([full]);
    expect(await readVault()).toEqual({ orders: [full], damaged: 0 });
  });

  it("makes room behind a passphrase once the list is open, and before it keeps its place", async () => {
    await fill();
    await rekeyVault(PASSPHRASE);
    await cutAll();
    lockVault();
    await restoreOrders([full]);
    await unlockVault(PASSPHRASE);
    expect((await readVault())?.damaged).toBe(3);
    await restoreOrders([full]);
    expect(await readVault()).toEqual({ orders: [full], damaged: 0 });
  });

  it("makes room after the browser has lost the key, as on a device made from another's copy", async () => {
    await fill();
    await withVaultDb((db) => db.delete("keys", "current"));
    await restoreOrders([full]);
    expect(await readVault()).toEqual({ orders: [full], damaged: 0 });
  });

  it("is no code that is kept, so that it can be kept anew; a locked one is", async () => {
    await fill();
    await rekeyVault(PASSPHRASE);
    expect(await hasCode(reference, "line-1")).toBe(true);
    await cutAll();
    expect(await hasCode(reference, "line-1")).toBe(false);
    await keepCode(reference, { id: "line-1", code: CODE });
    expect(await hasCode(reference, "line-1")).toBe(true);
    lockVault();
    expect(await hasCode(reference, "line-1")).toBe(true);
    expect(await hasCode(reference, "line-2")).toBe(false);
  });

  it("never costs what does open", async () => {
    await fill();
    await restoreOrders([{ ...full, title: "Another", codes: [{ id: "line-1", code: "OLDER" }] }]);
    expect(await readVault()).toEqual({ orders: [full], damaged: 0 });
  });
});

/** Which record is whose is visible only by taking it away. */
async function orderPart(all: readonly Part[], title: string): Promise<Part> {
  for (const part of all) {
    await withVaultDb((db) => db.delete("parts", [part.order, part.slot]));
    const gone = !(await listVault()).orders.some((known) => known.title === title);
    await put(part);
    if (gone) return part;
  }
  throw new Error(`no record of ${title}`);
}

describe("a passphrase", () => {
  it("locks the list after a reload, opens it again, and no other passphrase does", async () => {
    await takeOrders([order(1)]);
    await keepCode(reference, { id: "line-1", code: CODE });
    expect(await rekeyVault(PASSPHRASE)).toBe(true);
    expect(await vaultStatus()).toEqual({ kind: "open", wrapped: true });

    lockVault();
    expect(await vaultStatus()).toEqual({ kind: "locked" });
    expect(await readVault()).toBeUndefined();
    expect(await findVaultOrder(reference)).toBeUndefined();
    expect(await rekeyVault("another passphrase")).toBe(false);
    expect(await unlockVault("ochre lantern quickly")).toBe(false);
    expect(await vaultStatus()).toEqual({ kind: "locked" });

    expect(await unlockVault(PASSPHRASE)).toBe(true);
    expect(await readVault()).toEqual({
      orders: [{ ...order(1), codes: [{ id: "line-1", code: CODE }] }],
      damaged: 0,
    });
  });

  it("leaves no key in the database that opens anything by itself", async () => {
    await takeOrders([order(1)]);
    const before = await parts();
    await rekeyVault(PASSPHRASE);
    const keys = await withVaultDb((db) => db.get("keys", "current"));
    expect(keys && "privateKey" in keys).toBe(false);
    // What was sealed before would still open with the old key, had a copy of that been taken.
    const sealedFor = (list: Part[]) => String(list[0]?.from);
    expect(sealedFor(await parts())).not.toBe(sealedFor(before));
  });

  it("does not keep new orders and codes out while the list is locked", async () => {
    await takeOrders([order(1)]);
    await rekeyVault(PASSPHRASE);
    lockVault();
    await takeOrders([order(2)]);
    await keepCode(order(2).reference, { id: "line-1", code: CODE });
    expect(await hasCode(order(2).reference, "line-1")).toBe(true);
    await unlockVault(PASSPHRASE);
    expect((await listVault()).orders.map(({ title }) => title)).toEqual(["Card 2", "Card 1"]);
  });

  it("can be changed and taken away, and nothing is lost", async () => {
    await takeOrders([order(1), order(2)]);
    await rekeyVault(PASSPHRASE);
    await rekeyVault("another passphrase");
    lockVault();
    expect(await unlockVault(PASSPHRASE)).toBe(false);
    expect(await unlockVault("another passphrase")).toBe(true);
    await rekeyVault();
    lockVault();
    expect(await vaultStatus()).toEqual({ kind: "open", wrapped: false });
    expect((await listVault()).orders).toHaveLength(2);
  });

  it("set while another tab writes loses neither's work", async () => {
    await takeOrders([order(1)]);
    const [done] = await Promise.all([
      rekeyVault(PASSPHRASE),
      takeOrders([order(2), order(3)]),
      noteOrderState(reference, state),
    ]);
    expect(done).toBe(true);
    const { orders, damaged } = await listVault();
    expect([orders.length, damaged]).toEqual([3, 0]);
    expect(orders.at(-1)?.state).toEqual(state);
  });
});

describe("a browser that keeps no database", () => {
  it("is told apart, and nothing throws", async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException("blocked", "SecurityError");
      },
    } as unknown as IDBFactory;
    expect(await vaultStatus()).toEqual({ kind: "blocked" });
  });
});
