// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { SharedStream } from "@/components/order/shared-stream";
import { fakeLocks } from "./support/fake-locks";
import { FakeEventSource, fakeBrowser } from "./support/fake-runtime";

const URL = "/api/orders/one/subscribe?lang=en";

let streams: FakeEventSource[];
let locks: ReturnType<typeof fakeLocks>;
let openChannel: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  streams = [];
  locks = fakeLocks();
  openChannel = fakeBrowser();
});

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const live = () => streams.filter(({ closed }) => !closed);

/** A tab of the browser, and what it hears. */
function tab(url = URL) {
  const heard: string[] = [];
  const stream = new SharedStream(url, {
    locks,
    openChannel: (name) => {
      const channel = openChannel(name);
      const like = {
        onmessage: null as ((event: MessageEvent) => void) | null,
        // A real channel never delivers within the call.
        postMessage: (data: unknown) => queueMicrotask(() => channel.postMessage(data)),
        close: channel.close,
      };
      channel.addEventListener("message", ({ data }) => like.onmessage?.({ data } as MessageEvent));
      return like;
    },
    openStream: (address) => {
      const opened = new FakeEventSource(address);
      streams.push(opened);
      return opened as unknown as EventSource;
    },
  });
  for (const type of ["message", "ping", "stop", "shutdown", "error"]) {
    stream.addEventListener(type, (event) =>
      heard.push(type === "message" ? String((event as MessageEvent).data) : type),
    );
  }
  return { heard, close: () => stream.close() };
}

describe("tabs of one order", () => {
  it("D7: have one connection, and each of ten hears all that it says", async () => {
    const tabs = Array.from({ length: 10 }, () => tab());
    await settle();
    expect(streams).toHaveLength(1);
    streams[0]?.message("waiting");
    streams[0]?.say("ping");
    streams[0]?.say("stop");
    await settle();
    for (const { heard } of tabs) expect(heard).toEqual(["waiting", "ping", "stop"]);
  });

  it("D7: connect anew as soon as the one with the connection is gone", async () => {
    const [leader, ...others] = [tab(), tab(), tab()];
    await settle();
    leader?.close();
    await settle();
    expect(streams).toHaveLength(2);
    expect(live()).toHaveLength(1);
    streams[1]?.message("paid");
    await settle();
    for (const { heard } of others) expect(heard).toEqual(["paid"]);
    expect(leader?.heard).toEqual([]);
  });

  it("leave no connection behind, whoever goes first", async () => {
    const tabs = [tab(), tab(), tab()];
    await settle();
    tabs[1]?.close();
    tabs[0]?.close();
    await settle();
    expect(live()).toHaveLength(1);
    tabs[2]?.close();
    await settle();
    expect(live()).toEqual([]);
    expect(streams).toHaveLength(2);
  });

  it("tell the last state to one that comes later", async () => {
    tab();
    await settle();
    streams[0]?.message("first");
    streams[0]?.message("second");
    await settle();
    const late = tab();
    await settle();
    expect(late.heard).toEqual(["second"]);
  });

  it("all hear that it broke, so that they come back one by one", async () => {
    const tabs = [tab(), tab()];
    await settle();
    streams[0]?.say("error");
    await settle();
    for (const { heard } of tabs) expect(heard).toEqual(["error"]);
  });

  it("hear nothing of another order", async () => {
    const [one, other] = [tab(), tab("/api/orders/two/subscribe?lang=en")];
    await settle();
    expect(streams).toHaveLength(2);
    streams[0]?.message("of one");
    await settle();
    expect(one?.heard).toEqual(["of one"]);
    expect(other?.heard).toEqual([]);
  });
});

it("three orders stream at once; a fourth is told to come back, and may when one is closed", async () => {
  const orders = ["a", "b", "c", "d"].map((name) => tab(`/api/orders/${name}/subscribe`));
  await settle();
  expect(live()).toHaveLength(3);
  expect(orders[3]?.heard).toEqual(["error"]);
  orders[0]?.close();
  await settle();
  tab("/api/orders/d/subscribe");
  await settle();
  expect(live().map(({ url }) => url)).toContain("/api/orders/d/subscribe");
});

it("a browser that forbids locks is told so as an error, for its page to poll", async () => {
  locks = {
    request: () => Promise.reject(new DOMException("no", "SecurityError")),
  } as unknown as typeof locks;
  const { heard } = tab();
  await settle();
  expect(heard).toEqual(["error"]);
  expect(streams).toEqual([]);
});
