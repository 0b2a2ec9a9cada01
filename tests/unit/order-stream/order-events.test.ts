import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OrderView } from "@/lib/contract/order-view";
import { orderSchema, type UpstreamOrder } from "@/lib/cryptorefills/schemas/order";
import { webOutlet } from "@/lib/event-stream/web-outlet";
import { type Subscriber, subscribeToOrder } from "@/lib/order-stream/hub";
import { sendOrderEvents } from "@/lib/order-stream/order-events";
import { shutdown } from "@/lib/shutdown";
import { setTestEnv } from "../../support/test-env";
import { rawOrder } from "../../support/upstream-order";
import { buyer } from "../../support/upstream-stub";

vi.mock("@/lib/order-stream/hub");

let hub: Subscriber;
const connections: AbortController[] = [];
const unsubscribe = vi.fn<() => void>();
const inState = (order_state: string) => orderSchema.parse(rawOrder({ order_state }));

beforeEach(() => {
  setTestEnv();
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
  unsubscribe.mockClear();
  vi.mocked(subscribeToOrder).mockImplementation((_shop, _order, _identity, subscriber) => {
    hub = subscriber;
    return unsubscribe;
  });
});
afterEach(() => {
  for (const connection of connections.splice(0)) connection.abort();
  vi.useRealTimers();
});

type ToView = (order: UpstreamOrder) => Promise<OrderView>;
const viewOf = (order: UpstreamOrder, more: Partial<OrderView> = {}) =>
  ({ state: order.order_state, ...more }) as OrderView;

function subscribe(connection: AbortController, toView: ToView) {
  connections.push(connection);
  const { outlet, body } = webOutlet(connection.signal);
  sendOrderEvents({ shopId: "default", orderId: "o-1", identity: buyer, toView }, outlet);
  return body;
}

/** A browser that reads all it gets as it comes. */
function browser(toView: ToView = async (order) => viewOf(order)) {
  const connection = new AbortController();
  const reader = subscribe(connection, toView).getReader();
  const decoder = new TextDecoder();
  const page = { text: "", ended: false };
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      page.text += decoder.decode(value);
    }
    page.ended = true;
  })();
  const take = async () => {
    await vi.advanceTimersByTimeAsync(0);
    const { text } = page;
    page.text = "";
    return text;
  };
  return { page, take, cancel: () => reader.cancel(), leave: () => connection.abort() };
}

const message = (number: number, state: string) =>
  `id: ${number}\ndata: ${JSON.stringify({ state })}\n\n`;

describe("a browser", () => {
  test("is told at once when to come back after a break", async () => {
    expect(await browser().take()).toBe("retry: 3000\n\n");
  });

  test("gets each order as an unnamed, numbered event, in order", async () => {
    const { take } = browser();
    await take();
    hub.onOrder(inState("A"));
    hub.onOrder(inState("B"));
    expect(await take()).toBe(message(1, "A") + message(2, "B"));
  });

  test("gets them in order even when the first takes longer to prepare", async () => {
    const { take } = browser(async (order) => {
      if (order.order_state === "A") await new Promise((resolve) => setTimeout(resolve, 50));
      return viewOf(order);
    });
    await take();
    hub.onOrder(inState("A"));
    hub.onOrder(inState("B"));
    await vi.advanceTimersByTimeAsync(60);
    expect(await take()).toBe(message(1, "A") + message(2, "B"));
  });

  test("D4: gets a ping with the server's time every fifteen seconds", async () => {
    const { take } = browser();
    await take();
    await vi.advanceTimersByTimeAsync(14_999);
    expect(await take()).toBe("");
    await vi.advanceTimersByTimeAsync(15_001);
    expect(await take()).toBe(
      'event: ping\ndata: {"serverNow":"2026-11-23T12:00:15.000Z"}\n\n' +
        'event: ping\ndata: {"serverNow":"2026-11-23T12:00:30.000Z"}\n\n',
    );
  });

  test.each([60_000, 59_900, 59_600, 59_010])(
    "gets a new view at a deadline in %i ms, although upstream says nothing",
    async (leftMs) => {
      const deadline = Date.now() + 500 + leftMs;
      const { take } = browser(async (order) =>
        Date.now() < deadline
          ? viewOf(order, {
              expiresAt: new Date(deadline).toISOString(),
              secondsLeft: Math.floor((deadline - Date.now()) / 1000),
            })
          : viewOf(order, { phase: "verifying" }),
      );
      // The stream's own clock beats at any moment of a second.
      await vi.advanceTimersByTimeAsync(500);
      hub.onOrder(inState("A"));
      expect(await take()).toContain("expiresAt");
      await vi.advanceTimersByTimeAsync(leftMs - 1);
      expect(await take()).not.toContain("verifying");
      await vi.advanceTimersByTimeAsync(1_300);
      expect(await take()).toContain("verifying");
      await vi.advanceTimersByTimeAsync(600_000);
      expect(await take()).not.toContain("verifying");
    },
  );

  test("keeps its stream when an order cannot be shown, and gets the next one", async () => {
    const { take } = browser(async (order) => {
      if (order.order_state === "A") throw new Error("a bug");
      return viewOf(order);
    });
    await take();
    hub.onOrder(inState("A"));
    hub.onOrder(inState("B"));
    expect(await take()).toBe(message(1, "B"));
  });
});

describe("the end", () => {
  test("comes after what was still on its way, as stop, and closes the stream", async () => {
    const { page, take } = browser();
    await take();
    hub.onOrder(inState("Done"));
    hub.onStop();
    expect(await take()).toBe(`${message(1, "Done")}event: stop\ndata: {}\n\n`);
    expect(page.ended).toBe(true);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("D8: of this process is told as shutdown", async () => {
    const { page, take } = browser();
    await take();
    shutdown().abort();
    expect(await take()).toBe("event: shutdown\ndata: {}\n\n");
    expect(page.ended).toBe(true);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });

  test("of this process is told even to whoever comes while it ends", async () => {
    shutdown().abort();
    const { page, take } = browser();
    expect(await take()).toContain("event: shutdown");
    expect(page.ended).toBe(true);
  });

  test.each(["leave", "cancel"] as const)(
    "of the connection, by %s, leaves no timer, no listener and no failure behind",
    async (how) => {
      let ready: () => void = () => {};
      const client = browser(async (order) => {
        await new Promise<void>((resolve) => (ready = resolve));
        return viewOf(order, { expiresAt: new Date(Date.now() + 600_000).toISOString() });
      });
      const failures = vi.fn();
      process.on("unhandledRejection", failures);
      hub.onOrder(inState("A"));
      await client.take();
      await client[how]();
      ready();
      hub.onOrder(inState("B"));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(unsubscribe).toHaveBeenCalled();
      expect(vi.getTimerCount()).toBe(0);
      vi.useRealTimers();
      await new Promise((resolve) => setTimeout(resolve, 5));
      process.off("unhandledRejection", failures);
      expect(failures).not.toHaveBeenCalled();
    },
  );

  test("comes after thirty-five minutes, as a wish to come back", async () => {
    const { page, take } = browser();
    await vi.advanceTimersByTimeAsync(34 * 60_000);
    expect(await take()).not.toContain("shutdown");
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await take()).toContain("event: shutdown");
    expect(page.ended).toBe(true);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });

  test("of a browser that was gone before it began costs nothing", () => {
    const connection = new AbortController();
    connection.abort();
    subscribe(connection, async (order) => viewOf(order));
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("D10: comes to a reader that lets more than 256 kB pile up", async () => {
    const toView: ToView = async () => ({ address: "x".repeat(4_000) }) as unknown as OrderView;
    subscribe(new AbortController(), toView);
    for (let count = 0; count < 60; count += 1) hub.onOrder(inState("A"));
    await vi.advanceTimersByTimeAsync(0);
    expect(unsubscribe).not.toHaveBeenCalled();
    for (let count = 0; count < 10; count += 1) hub.onOrder(inState("A"));
    await vi.advanceTimersByTimeAsync(0);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
