import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  buyerKey,
  DUE_QUEUE,
  noteCreated,
  noteLooked,
  noteSeen,
  takeUnpaid,
} from "@/lib/order-guard/ledger";
import { tally } from "@/lib/order-guard/tally";
import { judge } from "@/lib/order-guard/verdict";
import { store } from "@/lib/store/current-store";
import { StoreError } from "@/lib/store/store-error";
import { counters } from "@/lib/telemetry/counters";
import { shop } from "../../support/order-lines";
import { setTestEnv } from "../../support/test-env";

const START = 1_790_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => setTestEnv());

const create = (number: number, atMs: number, buyer = "maker") =>
  noteCreated(
    shop,
    { orderId: `o-${number}`, reference: `sealed-${number}`, buyer: buyerKey(buyer) },
    atMs,
  );
const many = async (from: number, to: number, atMs: number, buyer?: string) => {
  for (let number = from; number < to; number += 1) await create(number, atMs, buyer);
};
const see = async (number: number, order_state: string, payment_state = "") => {
  noteSeen(shop.id, { order_id: `o-${number}`, order_state, payment_state });
  await new Promise((resolve) => setImmediate(resolve));
};
const verdict = (atMs: number, buyer = "new") => judge(shop, buyerKey(buyer), atMs);

describe("B1 partner-key guard: created against paid", () => {
  test("nineteen unpaid orders mean nothing yet; the twentieth asks new buyers", async () => {
    await many(0, 19, START);
    expect(await verdict(START)).toBe("go");
    await create(19, START);
    expect(await verdict(START)).toBe("ask");
  });

  test("enough paid ones among them and nobody is asked", async () => {
    await many(0, 20, START);
    for (const number of [0, 1, 2]) await see(number, "Done");
    expect(await verdict(START)).toBe("ask");
    await see(3, "WaitingForPayment", "PaymentReceived");
    expect(await verdict(START)).toBe("go");
    expect(await tally("PARTNER_ID", START)).toEqual({ created: 20, paid: 4 });
  });

  test.each(["WaitingForPayment", "Expired", "Canceled", "SomethingNew"])(
    "an order that is %s has not been paid",
    async (state) => {
      await create(1, START);
      await see(1, state);
      expect(await tally("PARTNER_ID", START)).toEqual({ created: 1, paid: 0 });
    },
  );

  test("an order counts as paid once, however often and by whom it is seen", async () => {
    await create(1, START);
    for (const state of ["PaymentReceived", "WaitingForDelivery", "Done", "Done"]) {
      await see(1, state);
      delete (globalThis as Record<string, unknown>).__storefrontPaid;
    }
    expect(await tally("PARTNER_ID", START)).toEqual({ created: 1, paid: 1 });
    expect(counters().orders_paid).toBe(1);
  });

  test("who has paid before passes; somebody else's cookie does not help", async () => {
    await create(1, START, "faithful");
    await see(1, "Done");
    await many(2, 40, START);
    expect(await verdict(START, "faithful")).toBe("go");
    expect(await verdict(START, "new")).toBe("ask");
  });

  test("after a day the orders of then no longer count", async () => {
    await many(0, 30, START);
    expect(await verdict(START + 23 * HOUR)).toBe("ask");
    expect(await verdict(START + 25 * HOUR)).toBe("go");
  });

  test("an order that is paid late counts under the hour in which it was made", async () => {
    await create(1, START);
    await see(1, "Done");
    expect(await tally("PARTNER_ID", START + 25 * HOUR)).toEqual({ created: 0, paid: 0 });
  });

  test("nothing stops creation unless a ceiling is configured, and then it stops everybody", async () => {
    await many(0, 60, START);
    expect(await verdict(START)).toBe("ask");
    setTestEnv({ GUARD_MAX_UNPAID: "3" });
    await many(0, 2, START, "faithful");
    await see(0, "Done");
    await create(2, START);
    expect(await verdict(START, "faithful")).toBe("go");
    await many(3, 5, START);
    expect(await verdict(START, "faithful")).toBe("stop");
  });

  test("shops that share a partner key are counted together", async () => {
    await many(0, 10, START);
    const other = { ...shop, id: "other" };
    for (let number = 0; number < 10; number += 1) {
      await noteCreated(other, { orderId: `x-${number}`, reference: "s", buyer: "b" }, START);
    }
    expect(await verdict(START)).toBe("ask");
  });
});

describe("B1 partner-key guard: the orders that nobody watches", () => {
  const due = async (atMs: number) => {
    const taken = await takeUnpaid(atMs, 50);
    await Promise.all(taken.map(({ member }) => noteLooked(member)));
    return taken.map(({ entry }) => entry.reference);
  };

  test("each is looked at once at its deadline and once after a day", async () => {
    await create(1, START);
    expect(await due(START + 29 * MINUTE)).toEqual([]);
    expect(await due(START + 30 * MINUTE)).toEqual(["sealed-1"]);
    expect(await due(START + 31 * MINUTE)).toEqual([]);
    expect(await due(START + 24 * HOUR)).toEqual(["sealed-1"]);
    expect(await due(START + 90 * HOUR)).toEqual([]);
  });

  test("one that is known to be paid is not looked at", async () => {
    await many(1, 3, START);
    await see(1, "Done");
    expect(await due(START + 30 * MINUTE)).toEqual(["sealed-2"]);
  });

  test("only so many at a time, the others after", async () => {
    await many(0, 5, START);
    expect(await takeUnpaid(START + HOUR, 3)).toHaveLength(3);
    expect(await takeUnpaid(START + HOUR, 3)).toHaveLength(2);
    expect(await takeUnpaid(START + HOUR, 3)).toHaveLength(0);
  });

  test("those that a process took and did not come to are another's ten minutes later", async () => {
    await many(1, 3, START);
    expect(await takeUnpaid(START + HOUR, 50)).toHaveLength(2);
    expect(await due(START + HOUR + 9 * MINUTE)).toEqual([]);
    expect(await due(START + HOUR + 10 * MINUTE)).toEqual(["sealed-1", "sealed-2"]);
    expect(await due(START + HOUR + 20 * MINUTE)).toEqual([]);
  });

  test.each(["get", "unschedule"] as const)(
    "none is lost when the store fails at %s after it has handed them out",
    async (name) => {
      await many(1, 3, START);
      await see(1, "Done");
      const broken = vi.spyOn(store(), name).mockRejectedValue(new StoreError());
      await expect(takeUnpaid(START + HOUR, 50)).rejects.toThrow(StoreError);
      broken.mockRestore();
      expect(await due(START + HOUR + 10 * MINUTE)).toEqual(["sealed-2"]);
    },
  );

  test("one that nobody can read is passed over, and keeps no other from being read", async () => {
    await create(1, START);
    for (const member of ["", "null", '{"key":1}']) {
      await store().schedule(DUE_QUEUE, member, START);
    }
    await store().schedule(DUE_QUEUE, JSON.stringify({ key: "old", tries: 0 }), START);
    await store().set("old", '{"shop":"of another version"}', 3600);
    expect(await due(START + HOUR)).toEqual(["sealed-1"]);
    expect(await store().takeDue(DUE_QUEUE, START + 23 * HOUR, 50, START)).toEqual([]);
  });
});
