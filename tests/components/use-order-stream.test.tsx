// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useOrderStream } from "@/components/order/use-order-stream";
import { watchOrder } from "@/components/order/watch-order";
import type { OrderView } from "@/lib/contract/order-view";
import { type FakeServer, fakeBrowser, fakeServer, json } from "./support/fake-runtime";
import { ADDRESS, orderView, REFERENCE, settledView } from "./support/order-view";
import { strictConsole } from "./support/strict-console";

strictConsole();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-01T12:00:10Z") });
  setVisibility("visible");
});
afterEach(() => vi.useRealTimers());

function setVisibility(state: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function Probe({ initial, server }: { initial: OrderView; server: FakeServer }) {
  const { view, connection, lastUpdate, missing } = useOrderStream(initial, "en", server.runtime);
  return (
    <dl>
      <dd data-testid="reference">{view.reference}</dd>
      <dd data-testid="phase">{view.phase}</dd>
      <dd data-testid="connection">{connection}</dd>
      <dd data-testid="updated">{lastUpdate === undefined ? "never" : "yes"}</dd>
      <dd data-testid="missing">{String(missing)}</dd>
    </dl>
  );
}

function page(initial: OrderView, server: FakeServer) {
  return (
    <SWRConfig value={{ provider: () => new Map() }}>
      <Probe initial={initial} server={server} />
    </SWRConfig>
  );
}

const shown = (id: string) => screen.getByTestId(id).textContent;

describe("the live order", () => {
  it("D17: has one living EventSource under StrictMode", async () => {
    const server = fakeServer();
    // SWR's own provider does not survive StrictMode's second mount; the page uses the default one too.
    const initial = orderView({ reference: "S".repeat(100) });
    render(
      <StrictMode>
        <Probe initial={initial} server={server} />
      </StrictMode>,
    );
    await pass(100);
    expect(server.live()).toHaveLength(1);
    expect(server.streams.length).toBeGreaterThan(1);
    await act(async () =>
      server.stream().order({ ...settledView("paid"), reference: initial.reference }),
    );
    expect(shown("phase")).toBe("paid");
    expect(server.stream().url).toBe(`/api/orders/${initial.reference}/subscribe?lang=en`);
  });

  it("D17: has one EventSource for two components on the same order", async () => {
    const server = fakeServer();
    render(
      <>
        <Probe initial={orderView()} server={server} />
        <Probe initial={orderView()} server={server} />
      </>,
    );
    await pass(100);
    expect(server.streams).toHaveLength(1);
    await act(async () => server.stream().order(settledView("confirming")));
    expect(screen.getAllByTestId("phase").map(({ textContent }) => textContent)).toEqual([
      "confirming",
      "confirming",
    ]);
  });

  it("D17: closes the old order on a key change and never shows its data under the new one", async () => {
    const server = fakeServer();
    const other = orderView({ reference: "B".repeat(100) });
    const { rerender } = render(page(orderView(), server));
    await act(async () => server.stream().order(settledView("done")));
    const first = server.stream();
    rerender(page(other, server));
    expect(first.closed).toBe(true);
    expect(shown("reference")).toBe(other.reference);
    expect(shown("phase")).toBe("awaiting_payment");
    await act(async () => first.order(settledView("refunded")));
    expect(shown("phase")).toBe("awaiting_payment");
    expect(server.live()).toHaveLength(1);
    expect(server.stream().url).toContain(other.reference);
  });

  it("ignores an order that came down the wrong stream", async () => {
    const server = fakeServer();
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () =>
      server.stream().order(settledView("done", { reference: "B".repeat(100) })),
    );
    expect(shown("phase")).toBe("awaiting_payment");
  });

  it("D17: ignores an event that arrives after it was taken down", async () => {
    const server = fakeServer();
    const { unmount } = render(page(orderView(), server));
    const stream = server.stream();
    unmount();
    expect(stream.closed).toBe(true);
    await act(async () => stream.order(settledView("done")));
    await pass(120_000);
    expect(server.streams).toHaveLength(1);
    expect(server.reads).toEqual([]);
  });

  it.each([
    ["text that is not JSON", "<html>"],
    ["JSON of another shape", '{"phase":"done"}'],
    ["an unknown phase", JSON.stringify({ ...orderView(), phase: "teleported" })],
    ["an amount that is a number", JSON.stringify(orderView({ payment: { amount: 11 as never } }))],
    ["nothing", ""],
  ])(
    "keeps the last state when an event holds %s, and reads the order instead",
    async (_n, text) => {
      const server = fakeServer();
      server.answer(json(settledView("paid")));
      render(page(orderView(), server));
      await act(async () => server.stream().order(settledView("confirming")));
      server.answer(() => new Response(null, { status: 503 }));
      await act(async () => server.stream().message(text));
      expect(shown("phase")).toBe("confirming");
      server.answer(json(settledView("paid")));
      await act(async () => server.stream().message(text));
      await pass(10);
      expect(shown("phase")).toBe("paid");
      expect(server.live()).toHaveLength(1);
    },
  );

  it("C4.3, D13: closes for good on stop", async () => {
    const server = fakeServer();
    render(page(orderView(), server));
    await act(async () => {
      server.stream().order(settledView("done"));
      server.stream().say("stop");
    });
    await pass(600_000);
    setVisibility("hidden");
    setVisibility("visible");
    window.dispatchEvent(new Event("online"));
    await pass(60_000);
    expect(server.streams).toHaveLength(1);
    expect(server.live()).toHaveLength(0);
    expect(server.reads).toEqual([]);
  });

  it("goes on by polling when the stream stops before the order is final", async () => {
    const server = fakeServer();
    server.answer(json(settledView("paid")));
    render(page(orderView(), server));
    await act(async () => {
      server.stream().order(settledView("confirming"));
      server.stream().say("stop");
    });
    await pass(20_000);
    expect(shown("phase")).toBe("paid");
    expect(shown("connection")).toBe("polling");
  });

  it("reconnects after 1, 2, 4, 8, 16 and then always 30 s, times the dice", async () => {
    const server = fakeServer(1);
    render(page(orderView(), server));
    for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
      const before = server.streams.length;
      await act(async () => server.stream().say("error"));
      await pass(seconds * 1000 - 1);
      expect(server.streams).toHaveLength(before);
      await pass(1);
      expect(server.streams).toHaveLength(before + 1);
    }
  });

  it("spreads its reconnects over the whole delay", async () => {
    const server = fakeServer(0.25);
    render(page(orderView(), server));
    await act(async () => server.stream().say("error"));
    await pass(250);
    expect(server.streams).toHaveLength(2);
    await act(async () => server.stream().say("error"));
    await pass(500);
    expect(server.streams).toHaveLength(3);
  });

  it("begins again with 1 s after a good event, not after a bad one", async () => {
    const server = fakeServer(1);
    render(page(orderView(), server));
    for (const seconds of [1, 2]) {
      await act(async () => server.stream().say("error"));
      await pass(seconds * 1000);
    }
    await act(async () => server.stream().message("nonsense"));
    await act(async () => server.stream().say("error"));
    await pass(3_999);
    expect(server.streams).toHaveLength(3);
    await pass(1);
    await act(async () => server.stream().order(orderView()));
    await act(async () => server.stream().say("error"));
    await pass(1_000);
    expect(server.streams).toHaveLength(5);
  });

  it("takes two missed pings for a dead stream", async () => {
    const server = fakeServer(1);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(orderView()));
    for (let ping = 0; ping < 4; ping += 1) {
      await pass(15_000);
      await act(async () => server.stream().say("ping"));
    }
    expect(server.streams).toHaveLength(1);
    expect(server.reads).toEqual([]);
    await pass(36_000);
    expect(server.streams[0]?.closed).toBe(true);
    expect(server.streams).toHaveLength(2);
  });

  it("comes back after a shutdown without saying that anything is wrong", async () => {
    const server = fakeServer(0.5);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(orderView()));
    await act(async () => server.stream().say("shutdown"));
    expect(server.live()).toHaveLength(0);
    await pass(2_500);
    expect(server.live()).toHaveLength(1);
    expect(shown("connection")).not.toBe("offline");
  });
});

describe("polling, the floor", () => {
  it("C4.3, D15: takes over within 20 s of a dead stream, keeps its pace, and ends when the stream is back", async () => {
    const server = fakeServer(0.5);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(orderView()));
    const cutAt = Date.now();
    await act(async () => server.stream().say("error"));
    await pass(60_000);
    expect((server.reads[0] ?? Number.POSITIVE_INFINITY) - cutAt).toBeLessThanOrEqual(20_000);
    const gaps = server.reads.slice(1).map((at, index) => at - (server.reads[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    for (const gap of gaps) {
      expect(gap).toBeGreaterThanOrEqual(5_000);
      expect(gap).toBeLessThanOrEqual(10_000);
    }
    expect(shown("connection")).toBe("polling");
    await act(async () => server.stream().order(orderView()));
    expect(shown("connection")).toBe("live");
    const before = server.reads.length;
    for (let ping = 0; ping < 4; ping += 1) {
      await pass(15_000);
      await act(async () => server.stream().say("ping"));
    }
    expect(server.reads).toHaveLength(before);
  });

  it("D15: begins when the stream says nothing for 5 s, and reaches the end alone", async () => {
    const server = fakeServer(0);
    server.answer(json(settledView("confirming")));
    render(page(orderView(), server));
    await pass(4_999);
    expect(server.reads).toEqual([]);
    await pass(100);
    expect(shown("phase")).toBe("confirming");
    server.answer(json(settledView("done")));
    await pass(20_000);
    expect(shown("phase")).toBe("done");
    await pass(40_000);
    const before = server.reads.length;
    await pass(600_000);
    expect(server.reads).toHaveLength(before);
  });

  it("works where the browser has no EventSource", async () => {
    const server = fakeServer(0.5);
    server.answer(json(settledView("paid")));
    const openStream = () => {
      throw new Error("no EventSource");
    };
    render(page(orderView(), { ...server, runtime: { ...server.runtime, openStream } }));
    await pass(10_000);
    expect(shown("phase")).toBe("paid");
  });

  it("D15: slows down to 30 s in a hidden tab", async () => {
    const server = fakeServer(0.5);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(orderView()));
    setVisibility("hidden");
    await pass(70_000);
    expect(server.live()).toHaveLength(0);
    const before = server.reads.length;
    await pass(60_000);
    expect(server.reads.length - before).toBeLessThanOrEqual(2);
  });

  it("waits as long as a 429 asks for", async () => {
    const server = fakeServer(0);
    server.answer(() => new Response(null, { status: 429, headers: { "retry-after": "60" } }));
    render(page(orderView(), server));
    await pass(30_000);
    expect(server.reads).toHaveLength(1);
    expect(shown("phase")).toBe("awaiting_payment");
  });

  it("D13: does not watch an order that is final and needs no more reads", async () => {
    const server = fakeServer();
    render(page(settledView("done"), server));
    await pass(600_000);
    expect(server.streams).toEqual([]);
    expect(server.reads).toEqual([]);
  });

  it("E11: reads an expired order on, slowly, for a late payment moves it", async () => {
    const server = fakeServer(0.5);
    const expired = settledView("expired", { watch: { stream: false, pollSeconds: 60 } });
    server.answer(json(expired));
    render(page(expired, server));
    await pass(190_000);
    expect(server.reads.length).toBeGreaterThanOrEqual(2);
    expect(server.reads.length).toBeLessThanOrEqual(4);
    await pass(3_600_000);
    const before = server.reads.length;
    await pass(3_600_000);
    expect(server.reads.length - before).toBeLessThanOrEqual(5);
    server.answer(json(settledView("review")));
    await pass(1_200_000);
    expect(shown("phase")).toBe("review");
  });

  it("reads a finished order without its code until the code is there", async () => {
    const server = fakeServer(0.5);
    const waiting = settledView("done", { watch: { stream: false, pollSeconds: 10 } });
    server.answer(json(waiting));
    render(page(waiting, server));
    await pass(25_000);
    expect(server.reads.length).toBeGreaterThanOrEqual(2);
    server.answer(json(settledView("done")));
    await pass(60_000);
    const before = server.reads.length;
    await pass(600_000);
    expect(server.reads).toHaveLength(before);
  });
});

describe("coming back to the page", () => {
  it.each([
    ["the tab becomes visible", () => setVisibility("visible")],
    ["the network is back", () => window.dispatchEvent(new Event("online"))],
    [
      "the page comes out of the back-forward cache",
      () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    ],
  ])("D18: reads once and opens a new stream when %s", async (_name, comeBack) => {
    const server = fakeServer(0.5);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(orderView()));
    setVisibility("hidden");
    vi.setSystemTime(Date.now() + 40 * 60_000);
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible");
    server.answer(json(settledView("paid")));
    const before = server.reads.length;
    await act(async () => comeBack());
    await pass(50);
    expect(server.reads).toHaveLength(before + 1);
    expect(shown("phase")).toBe("paid");
    expect(server.live()).toHaveLength(1);
  });

  it("says offline at once when the network goes, and keeps the state", async () => {
    const server = fakeServer();
    render(page(orderView(), server));
    await act(async () => server.stream().order(settledView("confirming")));
    await act(async () => window.dispatchEvent(new Event("offline")));
    expect(shown("connection")).toBe("offline");
    expect(shown("phase")).toBe("confirming");
  });
});

describe("an order that is over", () => {
  it("is not said to be offline any more once the network is back", async () => {
    const server = fakeServer();
    server.answer(json(settledView("done")));
    render(page(settledView("done"), server));
    await act(async () => window.dispatchEvent(new Event("offline")));
    expect(shown("connection")).toBe("offline");
    await act(async () => window.dispatchEvent(new Event("online")));
    await pass(50);
    expect(shown("connection")).toBe("polling");
    expect(server.reads).toHaveLength(1);
    setVisibility("visible");
    await pass(600_000);
    expect(server.reads).toHaveLength(1);
    expect(server.streams).toEqual([]);
  });

  it("is not said to be offline for good because its last read failed", async () => {
    const server = fakeServer(0.5);
    server.answer(json(settledView("done")));
    render(page(settledView("delivering"), server));
    await act(async () => server.stream().say("error"));
    await pass(10_000);
    expect(shown("phase")).toBe("done");
    server.answer(() => new Response(null, { status: 503 }));
    const before = server.reads.length;
    await pass(60_000);
    expect(server.reads.length).toBeGreaterThan(before);
    expect(shown("connection")).toBe("polling");
  });

  it("E11: and then was paid after all is watched on by the stream that it came back with", async () => {
    const server = fakeServer(0.5);
    render(page(orderView(), server));
    const expired = settledView("expired", { watch: { stream: false, pollSeconds: 60 } });
    await act(async () => server.stream().order(expired));
    server.answer(json(settledView("paid")));
    await act(async () => server.stream().order(settledView("paid")));
    await pass(10);
    expect(shown("phase")).toBe("paid");
    await act(async () => server.stream().order(settledView("paid")));
    server.answer(() => new Response(null, { status: 503 }));
    for (let second = 0; second < 60; second += 15) {
      await pass(15_000);
      await act(async () => server.stream().say("ping"));
    }
    expect(server.live()).toHaveLength(1);
    await act(async () => server.stream().order(settledView("delivering")));
    expect(shown("phase")).toBe("delivering");
  });
});

describe("what goes wrong", () => {
  it("C4.1: is never a state: a failing read keeps the last one and says offline", async () => {
    const server = fakeServer(0.5);
    render(page(settledView("confirming"), server));
    await act(async () => server.stream().say("error"));
    await pass(10_000);
    expect(shown("phase")).toBe("confirming");
    expect(shown("connection")).toBe("offline");
    server.answer(json(settledView("paid")));
    await pass(20_000);
    expect(shown("phase")).toBe("paid");
    expect(shown("connection")).toBe("polling");
  });

  it("D16: keeps the last good state on a 404 and stops connecting", async () => {
    const server = fakeServer(0.5);
    server.answer(() => new Response(null, { status: 404 }));
    render(page(settledView("confirming"), server));
    await act(async () => server.stream().say("error"));
    await pass(10_000);
    expect(shown("missing")).toBe("true");
    expect(shown("phase")).toBe("confirming");
    const before = server.streams.length;
    await pass(60_000);
    expect(server.streams.length - before).toBeLessThanOrEqual(1);
  });

  it("C4.9, D14: takes a step backwards only after a read that confirms it", async () => {
    const server = fakeServer(0.5);
    server.answer(json(settledView("paid")));
    render(page(orderView(), server));
    await act(async () => server.stream().order(settledView("paid")));
    await act(async () => server.stream().order(orderView()));
    expect(shown("phase")).toBe("paid");
    await pass(10);
    expect(server.reads).toHaveLength(1);
    expect(shown("phase")).toBe("paid");
    server.answer(json(orderView()));
    await act(async () => server.stream().order(orderView()));
    await pass(10);
    expect(server.reads).toHaveLength(2);
    expect(shown("phase")).toBe("awaiting_payment");
    expect(server.live()).toHaveLength(1);
  });

  it("D14: never lets go of Done but for a confirmed refund", async () => {
    const server = fakeServer(0.5);
    server.answer(json(orderView()));
    render(page(orderView(), server));
    await act(async () => server.stream().order(settledView("done")));
    await act(async () => server.stream().order(orderView({ payment: { address: ADDRESS } })));
    await pass(1_000);
    expect(shown("phase")).toBe("done");
    server.answer(json(settledView("refunded")));
    await act(async () => server.stream().order(settledView("refunded")));
    await pass(1_000);
    expect(shown("phase")).toBe("refunded");
  });

  it("does not take an answer for a confirmation when an event overtook it", async () => {
    const server = fakeServer(0.5);
    let reply: (response: Response) => void = () => undefined;
    server.answer(() => new Promise((resolve) => (reply = resolve)));
    render(page(settledView("confirming"), server));
    await act(async () => server.stream().order(settledView("confirming")));
    await act(async () => server.stream().message("broken"));
    expect(server.reads).toHaveLength(1);
    await act(async () => server.stream().order(settledView("paid")));
    const late = reply;
    server.answer(json(settledView("paid")));
    await act(async () => late(Response.json(orderView())));
    await pass(10);
    expect(shown("phase")).toBe("paid");
  });
});

describe("two tabs of one order", () => {
  it("show the same state as soon as one of them knows it", async () => {
    const openChannel = fakeBrowser();
    const [left, right] = [fakeServer(), fakeServer()];
    Object.assign(left.runtime, { openChannel });
    Object.assign(right.runtime, { openChannel });
    const states: Record<string, string> = {};
    const setup = { initial: orderView(), locale: "en" };
    const note = (name: string) => (state: { view: OrderView }) => {
      states[name] = state.view.phase;
    };
    const one = watchOrder(
      setup.initial.reference,
      { ...setup, runtime: left.runtime },
      note("one"),
    );
    const two = watchOrder(
      setup.initial.reference,
      { ...setup, runtime: right.runtime },
      note("two"),
    );
    left.stream().order(settledView("confirming"));
    expect(states).toEqual({ one: "confirming", two: "confirming" });
    right.stream().order(settledView("done"));
    expect(states).toEqual({ one: "done", two: "done" });
    one.dispose();
    left.stream().order(settledView("refunded"));
    expect(states.two).toBe("done");
    two.dispose();
  });

  it("do not take a step back on another tab's word alone", async () => {
    const openChannel = fakeBrowser();
    const server = fakeServer();
    Object.assign(server.runtime, { openChannel });
    let phase = "";
    const watch = watchOrder(
      REFERENCE,
      { initial: settledView("paid"), locale: "en", runtime: server.runtime },
      ({ view }) => {
        phase = view.phase;
      },
    );
    const stranger = openChannel(`order en ${REFERENCE}`);
    stranger.postMessage(orderView());
    stranger.postMessage({ ...orderView(), phase: "teleported" });
    stranger.postMessage(orderView({ reference: "B".repeat(100) }));
    expect(phase).toBe("paid");
    await pass(10);
    expect(server.reads).toHaveLength(1);
    watch.dispose();
  });
});
