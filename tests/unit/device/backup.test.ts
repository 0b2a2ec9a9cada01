import { describe, expect, it } from "vitest";
import { makeBackup, readBackup } from "@/lib/device/backup";
import { PASSPHRASE_ROUNDS } from "@/lib/device/passphrase-key";
import { sealJson } from "@/lib/device/seal-json";
import type { VaultOrder } from "@/lib/device/vault";

const ORIGIN = "https://shop.example";
const PASSPHRASE = "ochre lantern quietly";
const order: VaultOrder = {
  reference: "r".repeat(60),
  createdAt: "2026-01-02T00:00:00.000Z",
  title: "Pixelforge 20 USD",
  country: "US",
  state: { phase: "done", at: "2026-01-02T00:10:00.000Z" },
  codes: [{ id: "line-1", code: "SECRET-7Q4F" }],
};

/** A file as somebody might prepare it who knows the passphrase. */
async function fileOf(content: unknown, passphrase = PASSPHRASE): Promise<string> {
  const sealed = await sealJson(passphrase, `orders-backup.v1|${ORIGIN}`, content);
  return JSON.stringify({ format: "orders-backup.v1", origin: ORIGIN, sealed });
}

describe("a backup file", () => {
  it("brings back the list and the kept codes, and shows nothing of either", async () => {
    const text = await makeBackup(PASSPHRASE, ORIGIN, [order]);
    for (const secret of ["SECRET", order.reference, "Pixelforge", PASSPHRASE]) {
      expect(text).not.toContain(secret);
      expect(Buffer.from(text, "base64").toString("latin1")).not.toContain(secret);
    }
    expect(await readBackup(text, PASSPHRASE, ORIGIN)).toEqual({
      kind: "orders",
      orders: [order],
      damaged: 0,
    });
  });

  it("is never the same twice and states how hard a guess is", async () => {
    const [one, two] = await Promise.all([
      makeBackup(PASSPHRASE, ORIGIN, [order]),
      makeBackup(PASSPHRASE, ORIGIN, [order]),
    ]);
    expect(one).not.toBe(two);
    expect(JSON.parse(one)).toMatchObject({
      sealed: { kdf: "PBKDF2-SHA-256", rounds: PASSPHRASE_ROUNDS },
    });
    expect(PASSPHRASE_ROUNDS).toBeGreaterThanOrEqual(600_000);
  });

  it("opens with the same passphrase however its letters were composed", async () => {
    const text = await makeBackup("caf\u00e9 lantern", ORIGIN, []);
    expect(await readBackup(text, "cafe\u0301 lantern", ORIGIN)).toEqual({
      kind: "orders",
      orders: [],
      damaged: 0,
    });
  });

  it("does not open with another passphrase, or after a change", async () => {
    const text = await makeBackup(PASSPHRASE, ORIGIN, [order]);
    const file = JSON.parse(text) as { sealed: { data: string } };
    const changed = file.sealed.data.startsWith("A") ? "B" : "A";
    const spoiled = {
      ...file,
      sealed: { ...file.sealed, data: changed + file.sealed.data.slice(1) },
    };
    for (const reading of [
      await readBackup(text, "ochre lantern quickly", ORIGIN),
      await readBackup(JSON.stringify(spoiled), PASSPHRASE, ORIGIN),
    ]) {
      expect(reading).toEqual({ kind: "wrong_passphrase" });
    }
  });

  it("of another shop says whose it is, and is not opened here under a false name", async () => {
    const text = await makeBackup(PASSPHRASE, "https://other.example", [order]);
    expect(await readBackup(text, PASSPHRASE, ORIGIN)).toEqual({
      kind: "other_shop",
      host: "other.example",
    });
    const renamed = text.replace("https://other.example", ORIGIN);
    expect(await readBackup(renamed, PASSPHRASE, ORIGIN)).toEqual({ kind: "wrong_passphrase" });
  });

  it.each([
    ["no JSON", "PK\u0003\u0004"],
    ["another JSON", '{"orders":[]}'],
    [
      "too few rounds",
      JSON.stringify({
        format: "orders-backup.v1",
        origin: ORIGIN,
        sealed: { kdf: "PBKDF2-SHA-256", rounds: 1, salt: "", iv: "", data: "" },
      }),
    ],
    [
      "rounds without end",
      JSON.stringify({
        format: "orders-backup.v1",
        origin: ORIGIN,
        sealed: { kdf: "PBKDF2-SHA-256", rounds: 1e12, salt: "", iv: "", data: "" },
      }),
    ],
  ])("that is %s is no backup", async (_name, text) => {
    expect(await readBackup(text, PASSPHRASE, ORIGIN)).toEqual({ kind: "unreadable" });
  });

  it.each<[string, unknown]>([
    ["no list", { a: 1 }],
    [
      "a reference that is a path",
      [{ ...order, reference: "../../api/orders/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }],
    ],
    ["no codes", [{ ...order, codes: undefined }]],
  ])("that holds %s is no backup", async (_name, content) => {
    expect(await readBackup(await fileOf(content), PASSPHRASE, ORIGIN)).toEqual({
      kind: "unreadable",
    });
  });

  const second = { ...order, reference: "s".repeat(60), codes: [{ id: "line-1", code: "OTHER" }] };
  const read = async (content: unknown) => readBackup(await fileOf(content), PASSPHRASE, ORIGIN);

  it.each<[string, object, number]>([
    ["no country", { country: "" }, 0],
    ["a country in small letters", { country: "us" }, 0],
    ["a title without end", { title: "x".repeat(5_000) }, 0],
    ["a note without end", { notes: ["x".repeat(5_000)] }, 0],
    ["a state of its own", { state: { phase: "toString", at: "2026-01-02" } }, 0],
    ["an empty state", { state: null }, 0],
    ["a state without a time", { state: { phase: "done" } }, 0],
    ["a bad code", { codes: [...order.codes, { id: "x", codeUrl: "javascript:alert(1)" }] }, 1],
  ])("brings back every good code beside an order with %s", async (_name, change, damaged) => {
    const reading = await read([{ ...order, ...change }, second]);
    expect(reading).toMatchObject({ kind: "orders", damaged });
    const orders = reading.kind === "orders" ? reading.orders : [];
    expect(orders.map(({ codes }) => codes)).toEqual([order.codes, second.codes]);
    expect(orders[0]?.country).toMatch(/^(US|ZZ)$/);
    expect(JSON.stringify(orders)).not.toMatch(/toString|javascript|x{500}/);
  });

  it.each<[string, unknown]>([
    ["an order of another shape", { reference: 5 }],
    ["a path for a reference", { ...order, reference: `../${order.reference}` }],
    ["an order without a day", { ...order, createdAt: "yesterday" }],
    ["no order", null],
  ])("leaves out %s, and counts it", async (_name, entry) => {
    expect(await read([entry, second])).toEqual({ kind: "orders", orders: [second], damaged: 1 });
  });
});
