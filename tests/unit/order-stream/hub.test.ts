import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getOrder } from "@/lib/cryptorefills/client";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { orderSchema } from "@/lib/cryptorefills/schemas/order";
import { openOrderStream } from "@/lib/cryptorefills/stream";
import { askForRights, hubLoad, subscribeToOrder } from "@/lib/order-stream/hub";
import { readOrder } from "@/lib/order-stream/read-order";
import { setTestEnv } from "../../support/test-env";
import { rawOrder } from "../../support/upstream-order";
import { buyer } from "../../support/upstream-stub";

vi.mock("@/lib/cryptorefills/client");
vi.mock("@/lib/cryptorefills/stream");

type Listener = Parameters<typeof openOrderStream>[2];
type Leg = Listener & { orderId: string; close: () => void };

/** Every connection to upstream's stream that was opened, in order. */
let legs: Leg[];
const leg = (at: number): Leg => {
  const found = legs.at(at);
  if (!found) throw new Error("no stream was opened");
  return found;
};
const inState = (order_state: string) => orderSchema.parse(rawOrder({ order_state }));
const reads = vi.mocked(getOrder);
const settle = () => vi.advanceTimersByTimeAsync(0);
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);
const rateLimited = (retryAfterSeconds: number) =>
  new UpstreamError("rate-limited", { endpoint: "order", status: 429, retryAfterSeconds });

beforeEach(() => {
  setTestEnv();
  vi.useFakeTimers();
  legs = [];
  vi.mocked(openOrderStream).mockImplementation((_identity, orderId, listener) => {
    const close = vi.fn<() => void>();
    legs.push({ ...listener, orderId, close });
    return { close };
  });
  reads.mockReset();
  reads.mockResolvedValue(inState("WaitingForPayment"));
});
afterEach(() => {
  for (const leave of left.splice(0)) leave();
  vi.useRealTimers();
});

const left: (() => void)[] = [];

/** One who watches, with what was heard in words. */
function watch(orderId = "o-1", shopId = "default") {
  const heard: string[] = [];
  const leave = subscribeToOrder(shopId, orderId, buyer, {
    onOrder: ({ order_state }) => heard.push(order_state),
    onStop: () => heard.push("stop"),
    onRightsChanged: () => heard.push("rights"),
  });
  left.push(leave);
  return { heard, leave };
}

describe("one stream of upstream", () => {
  test("serves all who watch an order, and each of them hears everything", async () => {
    const watchers = [watch(), watch(), watch()];
    expect(legs.map(({ orderId }) => orderId)).toEqual(["o-1"]);
    leg(0).onOrder(inState("PaymentStarted"));
    for (const { heard } of watchers) expect(heard).toEqual(["PaymentStarted"]);
  });

  test("A4: tells all who watch an order, and nobody else, that a right to it is gone", () => {
    const watchers = [watch("o-1"), watch("o-1"), watch("o-2"), watch("o-1", "other")];
    askForRights("default", "o-1");
    askForRights("default", "o-unwatched");
    expect(watchers.map(({ heard }) => heard)).toEqual([["rights"], ["rights"], [], []]);
  });

  test("D1: is closed by the last who leaves, and not before", () => {
    const [first, second] = [watch(), watch()];
    first.leave();
    expect(leg(0).close).not.toHaveBeenCalled();
    second.leave();
    expect(leg(0).close).toHaveBeenCalledTimes(1);
    expect(hubLoad("default", "o-1", buyer.ip)).toEqual({ order: 0, address: 0, process: 0 });
  });

  test("is left twice by nobody: leaving again takes no one else's away", () => {
    const first = watch();
    const second = watch();
    first.leave();
    first.leave();
    expect(leg(0).close).not.toHaveBeenCalled();
    leg(0).onOrder(inState("PaymentStarted"));
    expect(second.heard).toEqual(["PaymentStarted"]);
  });

  test("of the same number on another shop is another one", () => {
    watch("o-1", "default");
    watch("o-1", "other");
    expect(legs).toHaveLength(2);
  });

  test("is opened anew for whoever comes after everybody left", () => {
    watch().leave();
    watch();
    expect(legs).toHaveLength(2);
  });
});

test("whoever comes later hears the last state at once", () => {
  watch();
  leg(0).onOrder(inState("PaymentStarted"));
  expect(watch().heard).toEqual(["PaymentStarted"]);
});

test("D9: the load counts those who watch an order, and all of them, for the caps", () => {
  watch("o-1");
  watch("o-1");
  watch("o-2");
  watch("o-1", "other");
  expect(hubLoad("default", "o-1", buyer.ip)).toEqual({ order: 2, address: 4, process: 4 });
  expect(hubLoad("default", "o-3", "198.51.100.9")).toEqual({ order: 0, address: 0, process: 4 });
});

test("D9: the addresses of one IPv6 network count as one, as for the limits", () => {
  const nobody = () => ({ onOrder() {}, onStop() {}, onRightsChanged() {} });
  const leaves = ["2001:db8:1:1::1", "2001:db8:1:1::2", "2001:db8:1:1:ffff::3"].map((ip) =>
    subscribeToOrder("default", "o-1", { ...buyer, ip }, nobody()),
  );
  const watching = (ip: string) => hubLoad("default", "o-1", ip).address;
  expect(watching("2001:db8:1:1::99")).toBe(3);
  expect(watching("2001:db8:1:2::1")).toBe(0);
  for (const leave of leaves) leave();
  expect(watching("2001:db8:1:1::99")).toBe(0);
});

describe("reading", () => {
  test("begins once the stream stands, and on every reconnect", async () => {
    const { heard } = watch();
    await settle();
    expect(reads).not.toHaveBeenCalled();
    leg(0).onOpen();
    await settle();
    expect(reads).toHaveBeenCalledTimes(1);
    expect(heard).toEqual(["WaitingForPayment"]);
    leg(0).onClose();
    await seconds(1);
    leg(1).onOpen();
    await settle();
    expect(reads).toHaveBeenCalledTimes(2);
  });

  test("D4: goes on slowly beside a stream that stands, and faster without one", async () => {
    watch();
    leg(0).onOpen();
    await settle();
    await seconds(41);
    expect(reads).toHaveBeenCalledTimes(1);
    await seconds(1);
    expect(reads).toHaveBeenCalledTimes(2);
    leg(0).onClose();
    await seconds(7);
    expect(reads).toHaveBeenCalledTimes(3);
  });

  test("makes up for a stream that never opens, or fails again and again", async () => {
    vi.mocked(openOrderStream).mockImplementation((_identity, _orderId, { onClose }) => {
      setTimeout(onClose, 100);
      return { close: () => {} };
    });
    const { heard } = watch();
    await seconds(5);
    expect(heard).toEqual(["WaitingForPayment"]);
    await seconds(7);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  test("comes at once when the first stream fails and nobody has seen anything yet", async () => {
    const { heard } = watch();
    leg(0).onClose(new UpstreamError("unreachable", { endpoint: "subscribe" }));
    await settle();
    expect(heard).toEqual(["WaitingForPayment"]);
  });

  test("that fails leaves the last good state, and is tried again", async () => {
    const { heard } = watch();
    leg(0).onOrder(inState("PaymentStarted"));
    reads.mockRejectedValueOnce(new UpstreamError("bad-response", { endpoint: "order" }));
    await seconds(10);
    expect(reads).toHaveBeenCalledTimes(1);
    expect(heard).toEqual(["PaymentStarted"]);
    await seconds(10);
    expect(reads).toHaveBeenCalledTimes(2);
    expect(heard).toEqual(["PaymentStarted", "WaitingForPayment"]);
  });

  test("that was told to come back later does not come sooner", async () => {
    watch();
    reads.mockRejectedValue(rateLimited(40));
    await seconds(5);
    expect(reads).toHaveBeenCalledTimes(1);
    await seconds(39);
    expect(reads).toHaveBeenCalledTimes(1);
    await seconds(1);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  test("ends with the last who watches", async () => {
    const { leave } = watch();
    leave();
    await seconds(600);
    expect(reads).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("whose answer comes after everybody left disturbs nobody", async () => {
    let answer: (order: ReturnType<typeof inState>) => void = () => {};
    reads.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const first = watch();
    leg(0).onOpen();
    first.leave();
    const second = watch();
    answer(inState("Old"));
    await settle();
    expect(first.heard).toEqual([]);
    expect(second.heard).toEqual([]);
  });
});

test("D14: an event is no read, so a late one is not what confirms itself", async () => {
  watch();
  leg(0).onOpen();
  reads.mockResolvedValue(inState("PaymentReceived"));
  await settle();
  leg(0).onOrder(inState("WaitingForPayment"));
  expect((await readOrder("default", "o-1", buyer)).order_state).toBe("PaymentReceived");
  expect(reads).toHaveBeenCalledTimes(2);
});

describe("a stream that breaks", () => {
  const lose = async () => {
    const before = legs.length;
    leg(-1).onClose(new UpstreamError("unreachable", { endpoint: "subscribe" }));
    for (let tenths = 1; ; tenths += 1) {
      await seconds(0.1);
      if (legs.length > before) return tenths / 10;
    }
  };

  test("is opened again after one second to thirty, the wait doubling with jitter", async () => {
    watch();
    for (const full of [1, 2, 4, 8, 16, 30, 30]) {
      const waited = await lose();
      expect(waited).toBeGreaterThanOrEqual(full / 2);
      expect(waited).toBeLessThanOrEqual(full + 0.1);
    }
  });

  test("is opened quickly again once it has said something", async () => {
    watch();
    for (let count = 0; count < 6; count += 1) await lose();
    leg(-1).onOrder(inState("PaymentStarted"));
    expect(await lose()).toBeLessThanOrEqual(1.1);
  });

  test("is not opened sooner than upstream asked for", async () => {
    watch();
    leg(0).onClose(rateLimited(50));
    await seconds(49);
    expect(legs).toHaveLength(1);
    await seconds(1);
    expect(legs).toHaveLength(2);
  });

  test("D5: blanks nobody's page", async () => {
    const { heard } = watch();
    leg(0).onOrder(inState("PaymentStarted"));
    await lose();
    expect(heard).toEqual(["PaymentStarted"]);
    expect(watch().heard).toEqual(["PaymentStarted"]);
  });

  test("is not opened again for nobody", async () => {
    const { leave } = watch();
    leg(0).onClose();
    leave();
    await seconds(60);
    expect(legs).toHaveLength(1);
  });
});

describe("the end", () => {
  test("that upstream calls stop is passed on after one last read, and never reopened", async () => {
    const { heard } = watch();
    reads.mockResolvedValue(inState("Done"));
    leg(0).onStop();
    await settle();
    expect(heard.slice(0, 2)).toEqual(["Done", "stop"]);
    await seconds(120);
    expect(legs).toHaveLength(1);
  });

  test("is passed on even when that last read fails", async () => {
    const { heard } = watch();
    leg(0).onOrder(inState("PaymentStarted"));
    reads.mockRejectedValueOnce(new UpstreamError("timeout", { endpoint: "order" }));
    leg(0).onStop();
    await settle();
    expect(heard).toEqual(["PaymentStarted", "stop"]);
  });

  test.each(["Done", "Refunded", "Canceled", "PaymentSetupFailed"])(
    "is %s, once a read confirms it, although upstream says no stop",
    async (state) => {
      const { heard } = watch();
      reads.mockResolvedValue(inState(state));
      leg(0).onOrder(inState(state));
      expect(heard).toEqual([state]);
      await settle();
      // Once: a read that says the same is the confirmation, and no news.
      expect(heard).toEqual([state, "stop"]);
    },
  );

  test("comes with what the read that confirms it has to add", async () => {
    const { heard } = watch();
    const done = (coin_amount: string) =>
      orderSchema.parse(rawOrder({ order_state: "Done", coin_amount }));
    reads.mockResolvedValue(done("20.54"));
    leg(0).onOrder(done("20.53"));
    await settle();
    expect(heard).toEqual(["Done", "Done", "stop"]);
  });

  test("is also found by reading, while the stream never opens", async () => {
    const { heard } = watch();
    reads.mockResolvedValue(inState("Done"));
    await seconds(5);
    expect(heard).toEqual(["Done", "stop"]);
  });

  test("is not what an event alone says", async () => {
    const { heard } = watch();
    reads.mockResolvedValue(inState("PaymentReceived"));
    leg(0).onOrder(inState("Done"));
    await settle();
    expect(heard).toEqual(["Done", "PaymentReceived"]);
  });

  test("is asked about again when the read that was to confirm it failed", async () => {
    const { heard } = watch();
    reads.mockRejectedValueOnce(new UpstreamError("timeout", { endpoint: "order" }));
    reads.mockResolvedValue(inState("Done"));
    leg(0).onOrder(inState("Done"));
    await settle();
    expect(heard).toEqual(["Done"]);
    await seconds(30);
    expect(heard).toContain("stop");
  });

  test("is not Expired, for a late payment may still be found", async () => {
    const { heard } = watch();
    reads.mockResolvedValue(inState("Expired"));
    leg(0).onOpen();
    await settle();
    leg(0).onOrder(inState("Expired"));
    await seconds(1);
    expect(heard).not.toContain("stop");
    reads.mockResolvedValue(inState("PaymentReceived"));
    await seconds(300);
    expect(heard.at(-1)).toBe("PaymentReceived");
  });
});
