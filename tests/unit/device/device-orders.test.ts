import { describe, expect, it } from "vitest";
import {
  type DeviceOrder,
  forgetOrder,
  listOrders,
  rememberOrder,
} from "@/lib/device/device-orders";

function memory(start: Record<string, string> = {}) {
  const values = new Map(Object.entries(start));
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

const order = (index: number): DeviceOrder => ({
  reference: `r${String(index).padStart(3, "0")}`.padEnd(48, "x"),
  createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
  title: `Card ${index}`,
  country: "US",
});

describe("the orders of a device", () => {
  it("come newest first, whatever the order of remembering", () => {
    const storage = memory();
    for (const index of [2, 1, 3]) rememberOrder(storage, order(index));
    expect(listOrders(storage).map(({ title }) => title)).toEqual(["Card 3", "Card 2", "Card 1"]);
  });

  it("hold an order once", () => {
    const storage = memory();
    rememberOrder(storage, order(1));
    rememberOrder(storage, { ...order(1), title: "Card again" });
    expect(listOrders(storage)).toHaveLength(1);
    expect(listOrders(storage)[0]?.title).toBe("Card again");
  });

  it("are at most fifty, and the oldest go", () => {
    const storage = memory();
    for (let index = 0; index < 60; index += 1) rememberOrder(storage, order(index));
    const titles = listOrders(storage).map(({ title }) => title);
    expect(titles).toHaveLength(50);
    expect(titles.at(-1)).toBe("Card 10");
  });

  it("can be forgotten one by one", () => {
    const storage = memory();
    rememberOrder(storage, order(1));
    rememberOrder(storage, order(2));
    forgetOrder(storage, order(2).reference);
    expect(listOrders(storage).map(({ title }) => title)).toEqual(["Card 1"]);
  });

  it.each([
    ["", "ZZ"],
    ["us", "US"],
    ["//", "ZZ"],
  ])("take an order of the country “%s” in all the same", (country, kept) => {
    const storage = memory();
    rememberOrder(storage, { ...order(1), country });
    expect(listOrders(storage).map((known) => known.country)).toEqual([kept]);
  });

  it.each([
    ["letters", "x".repeat(130), "x".repeat(120)],
    ["pairs", `x${"🎁".repeat(80)}`, `x${"🎁".repeat(59)}`],
    ["families", `${"x".repeat(115)}👩‍👩‍👧‍👦`, "x".repeat(115)],
    ["accents", `${"x".repeat(119)}e\u0301`, "x".repeat(119)],
  ])("cut a title of %s at a whole letter", (_name, title, kept) => {
    const storage = memory();
    rememberOrder(storage, { ...order(1), title });
    expect(listOrders(storage)[0]?.title).toBe(kept);
  });

  it("keep nothing beyond the four fields", () => {
    const storage = memory();
    const talkative = { ...order(1), email: "a@b.example", code: "SECRET" };
    rememberOrder(storage, talkative);
    expect([...storage.values.values()].join()).not.toMatch(/SECRET|b\.example/);
  });

  it.each([
    ["no JSON", "{"],
    ["no list", '{"a":1}'],
    ["entries of another shape", '[1,null,{"reference":"x"},{"reference":5}]'],
    [
      "a reference that is a path",
      JSON.stringify([
        { ...order(1), reference: "../../api/orders/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
      ]),
    ],
    ["a country that is a path", JSON.stringify([{ ...order(1), country: "//" }])],
  ])("are an empty list when storage holds %s", (_name, text) => {
    expect(listOrders(memory({ "orders.v1": text }))).toEqual([]);
  });

  it("are an empty list where storage is blocked, and remembering does not throw", () => {
    const blocked = {
      getItem: () => {
        throw new Error("blocked");
      },
      setItem: () => {
        throw new Error("blocked");
      },
    };
    expect(() => rememberOrder(blocked, order(1))).not.toThrow();
    expect(listOrders(blocked)).toEqual([]);
    expect(listOrders(undefined)).toEqual([]);
  });
});
