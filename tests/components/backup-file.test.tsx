// @vitest-environment jsdom
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BackupForm } from "@/components/orders/backup-form";
import { RestoreForm } from "@/components/orders/restore-form";
import type { DeviceOrder } from "@/lib/device/device-orders";
import { keepOrder } from "@/lib/device/order-list";
import { sealJson } from "@/lib/device/seal-json";
import { keepCode, listVault, lockVault, readVault, takeOrders } from "@/lib/device/vault";
import { orderKey, withVaultDb } from "@/lib/device/vault-db";
import en from "@/messages/en/orders.json";
import { strictConsole } from "./support/strict-console";

strictConsole();

const PASSPHRASE = "ochre lantern quietly";
const ONE_DAMAGED = "1 entry is damaged and cannot be read.";
const saved: Blob[] = [];

const known = (letter: string, change: Partial<DeviceOrder> = {}): DeviceOrder => ({
  reference: letter.repeat(60),
  createdAt: "2026-03-01T10:00:00.000Z",
  title: `Card ${letter}`,
  country: "US",
  ...change,
});
const codeOf = (letter: string) => ({ id: "line-1", code: `SECRET-${letter}` });

async function keepWithCode(order: DeviceOrder) {
  await keepOrder(localStorage, order, { phase: "done", at: "2026-03-01T10:05:00.000Z" });
  await keepCode(order.reference, codeOf(order.reference.charAt(0)));
}

async function damageCodeOf({ reference }: DeviceOrder) {
  const order = await orderKey(reference);
  await withVaultDb(async (db) => {
    const part = await db.get("parts", [order, "code.line-1"]);
    if (part) await db.put("parts", { ...part, data: part.data.slice(0, -1) });
  });
}

beforeEach(() => {
  lockVault();
  localStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  saved.length = 0;
  URL.createObjectURL = (file) => {
    if (file instanceof Blob) saved.push(file);
    return "blob:backup";
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = () => {};
});
afterEach(() => vi.unstubAllGlobals());

const press = (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole("button", { name })));

async function exportFile() {
  render(<BackupForm messages={en} locale="en" />);
  for (const label of [en.device.passNew, en.device.passAgain]) {
    fireEvent.change(screen.getByLabelText(label), { target: { value: PASSPHRASE } });
  }
  await press(en.device.backupMake);
}

/** Hands a file to the form; the one of this test environment loses it on the way into the form's data. */
async function restoreFile(text: string) {
  const file = { size: text.length, text: async () => text };
  Object.setPrototypeOf(file, File.prototype);
  const data = { get: (name: string) => (name === "file" ? file : PASSPHRASE) };
  vi.stubGlobal("FormData", function FakeData() {
    return data;
  });
  render(<RestoreForm messages={en} locale="en" onChanged={() => {}} />);
  await press(en.device.restoreGo);
}

const textOf = (file: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

describe("a backup file", () => {
  it.each([
    ["no country", { country: "" }],
    ["a country in small letters", { country: "us" }],
    ["a long title", { title: "x".repeat(200) }],
  ])("brings every code back when the shop named an order with %s", async (_name, change) => {
    await keepWithCode(known("a"));
    await keepWithCode(known("b", change));
    await exportFile();
    expect(await screen.findByText(en.device.backupDone, {}, { timeout: 5_000 })).toBeTruthy();
    expect(screen.queryByText(ONE_DAMAGED)).toBeNull();
    const [file] = saved;
    if (!file) throw new Error("no file was saved");
    const text = await textOf(file);

    globalThis.indexedDB = new IDBFactory();
    await restoreFile(text);
    const told = await screen.findByText(/2 orders are back/, {}, { timeout: 5_000 });
    expect(told).toBeTruthy();
    const codes = (await readVault())?.orders.flatMap((order) => order.codes) ?? [];
    expect(codes.map(({ code }) => code).sort()).toEqual(["SECRET-a", "SECRET-b"]);
  });

  it("is told to lack a code that is damaged on this device", async () => {
    await keepWithCode(known("a"));
    await keepWithCode(known("b"));
    await damageCodeOf(known("b"));
    await exportFile();
    expect(await screen.findByText(ONE_DAMAGED, {}, { timeout: 5_000 })).toBeTruthy();
    expect(screen.getByText(en.device.backupDone)).toBeTruthy();
  });

  it("is not said to be made when it cannot be read back", async () => {
    const { createdAt: _none, ...undated } = known("a");
    await takeOrders([{ ...undated, createdAt: "yesterday" }]);
    await exportFile();
    expect(await screen.findByText(en.device.failed, {}, { timeout: 5_000 })).toBeTruthy();
    expect(saved).toEqual([]);
  });

  it("with a bad entry brings back the others, and says how many are left out", async () => {
    const entries = [{ ...known("a"), codes: [codeOf("a")] }, { reference: "odd" }];
    const label = `orders-backup.v1|${window.location.origin}`;
    const sealed = await sealJson(PASSPHRASE, label, entries);
    const { origin } = window.location;
    await restoreFile(JSON.stringify({ format: "orders-backup.v1", origin, sealed }));
    expect(await screen.findByText(ONE_DAMAGED, {}, { timeout: 5_000 })).toBeTruthy();
    expect(screen.getByText("1 order is back in the list.")).toBeTruthy();
    expect((await listVault()).orders).toMatchObject([{ title: "Card a", kept: 1 }]);
  });
});
