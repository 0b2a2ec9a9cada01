import type { ServerResponse } from "node:http";
import { ClientRequest } from "node:http";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { followStream } from "../../support/follow-stream";
import { rawOrder } from "../../support/upstream-order";
import { type Answer, says, stubUpstream } from "../../support/upstream-stub";

const upstream = stubUpstream();
afterEach(() => {
  vi.restoreAllMocks();
});

const data = (state: string, more = {}) =>
  JSON.stringify(rawOrder({ order_id: "o-1", order_state: state, ...more }));
const event = (state: string) => `data: ${data(state)}\n\n`;
const STOP = "event: stop\ndata: {}\n\n";

/** Streams these pieces, each as a chunk of its own, and stays open unless it is told to end. */
function streams(pieces: (string | Buffer)[], end?: "end" | "cut"): Answer {
  return async (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    for (const piece of pieces) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (end === "end") response.end();
    if (end === "cut") response.destroy();
  };
}

async function hearing(pieces: (string | Buffer)[], ...expected: string[]) {
  upstream.answer = streams(pieces);
  const stream = followStream();
  await stream.hears("open", ...expected);
  stream.close();
}

test("the stream asks as the buyer, with the headers of the partner, for events", async () => {
  await hearing([event("WaitingForPayment")], "WaitingForPayment");
  expect(upstream.asked()).toEqual(["GET /v5/orders/o-1/subscribe"]);
  expect(upstream.requests[0]?.headers).toMatchObject({
    accept: "text/event-stream",
    connection: "keep-alive",
    "x-cr-application": "partner",
    "x-cr-version": "1.2.3",
    "x-forwarded-for": "203.0.113.7",
    "user-agent": "Buyer/1",
    "content-type": "application/json",
  });
});

describe("D11: whatever the framing, an order is heard", () => {
  const bytes = Buffer.from(`data: ${data("Paid", { note: "ü€😀" })}\n\n`);
  const pretty = JSON.stringify(JSON.parse(data("Paid")), null, 1);
  test.each<[string, (string | Buffer)[]]>([
    ["in one piece", [event("Paid")]],
    [
      "in half lines",
      [event("Paid").slice(0, 9), event("Paid").slice(9, 40), event("Paid").slice(40)],
    ],
    [
      "cut inside a letter",
      Array.from({ length: 40 }, (_, at) => bytes.subarray(at * 20, at * 20 + 20)),
    ],
    ["with carriage returns", [`data: ${data("Paid")}\r\n\r\n`]],
    ["with a carriage return at the end of a piece", [`data: ${data("Paid")}\r`, "\n\r\n"]],
    ["with a byte order mark", [`\ufeff${event("Paid")}`]],
    [
      "over several lines",
      [
        `${pretty
          .split("\n")
          .map((line) => `data:${line}\n`)
          .join("")}\n`,
      ],
    ],
    ["after comments", [`: hello\n\n:\n\n${event("Paid")}`]],
    ["with an id and a retry", [`id: 4\nretry: 1\n${event("Paid")}`]],
    ["under the name that a browser gives it", [`event: message\n${event("Paid")}`]],
  ])("%s", async (_name, pieces) => {
    await hearing(pieces, "Paid");
  });
});

test("D11: wherever a stream is cut into pieces, the same events are heard", async () => {
  const whole = Buffer.from(
    `\ufeff: hi\r\n\r\nid: 1\rdata: ${data("A", { note: "ü€😀" })}\r\r${event("B")}` +
      `event: message\r\ndata: ${data("C")}\r\n\r\n`,
  );
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(cuts, async (unsorted) => {
      const ends = [...unsorted.sort((left, right) => left - right), whole.length];
      const pieces = ends.map((end, at) => whole.subarray(ends[at - 1] ?? 0, end));
      await hearing(pieces, "A", "B", "C");
    }),
    { numRuns: 40 },
  );
});

test("several events of one piece are heard in their order", async () => {
  await hearing([event("A") + event("B") + event("C")], "A", "B", "C");
});

describe("an event that is no order is passed over, and the next one is heard:", () => {
  test.each([
    ["no JSON", "data: {oops\n\n"],
    ["nothing", "data:\n\n"],
    ["null", "data: null\n\n"],
    ["a list", "data: []\n\n"],
    ["another shape", 'data: {"order_id":7}\n\n'],
    ["an amount that is none", `data: ${data("Bad", { coin_amount: { nonsense: 1 } })}\n\n`],
    ["another order", `data: ${data("Bad", { order_id: "o-2" })}\n\n`],
    ["another name", `event: advert\n${event("Bad")}`],
    ["no field", "hello world\n\n"],
  ])("%s", async (_name, garbage) => {
    vi.spyOn(log, "warn").mockImplementation(() => {});
    await hearing([event("A") + garbage + event("B")], "A", "B");
  });
});

test("an event that cannot be read leaves its path in the log, and never its value", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  await hearing([`data: ${data("Bad", { coin_amount: "SECRET-1" })}\n\n${event("A")}`], "A");
  expect(warn.mock.calls).toEqual([
    [{ event: "upstream_schema", endpoint: "subscribe", path: "coin_amount" }],
  ]);
});

test("words and members that nobody knows are no reason to drop an event", async () => {
  await hearing([`data: ${data("Zzz", { brand_new: [1], payment_state: 7 })}\n\n`], "Zzz");
});

describe("D11: an event that does not end", () => {
  test.each([
    ["on one line", () => "x".repeat(64 * 1024)],
    ["on endless lines", () => `data: ${"x".repeat(1000)}\n`.repeat(60)],
  ])("%s is given up at 256 KB, and so is the connection", async (_name, chunk) => {
    let sent = 0;
    upstream.answer = (_request, response) => {
      response.writeHead(200);
      response.write("data: ");
      const more = () => {
        while (!response.destroyed && sent < 50_000_000) {
          const piece = chunk();
          sent += piece.length;
          if (!response.write(piece)) return response.once("drain", more);
        }
        return response.end();
      };
      more();
    };
    const { hears } = followStream();
    await hears("open", "closed: bad-response");
    await expect.poll(() => upstream.openConnections).toBe(0);
    expect(sent).toBeLessThan(50_000_000);
  });

  test("is counted alone: many that are small together are fine", async () => {
    const many = Array.from(
      { length: 300 },
      () => `data: ${data("A", { pad: "x".repeat(2000) })}\n\n`,
    );
    upstream.answer = (_request, response) => response.end(many.join("") + STOP);
    const { hears } = followStream();
    await hears("open", ...many.map(() => "A"), "stop");
  });
});

describe("an end", () => {
  test("that upstream calls stop is heard once, and nothing follows it", async () => {
    upstream.answer = streams([event("Done") + STOP + STOP + event("Late")], "end");
    const stream = followStream();
    await stream.hears("open", "Done", "stop");
    await expect.poll(() => upstream.openConnections).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stream.heard).toEqual(["open", "Done", "stop"]);
  });

  test("without stop is only a closed stream, and half an event is none", async () => {
    upstream.answer = streams([event("A"), `data: ${data("Half")}\n`], "end");
    await followStream().hears("open", "A", "closed");
  });

  test("by a cut is a failure", async () => {
    upstream.answer = streams([event("A")], "cut");
    await followStream().hears("open", "A", "closed: unreachable");
  });

  test("of our own is not reported, and upstream's connection is closed", async () => {
    upstream.answer = streams([event("A")]);
    const stream = followStream();
    await stream.hears("open", "A");
    stream.close();
    await expect.poll(() => upstream.openConnections).toBe(0);
    expect(stream.heard).toEqual(["open", "A"]);
  });

  test("D2: of our own before upstream answered closes its connection, too", async () => {
    const held: ServerResponse[] = [];
    upstream.answer = (_request, response) => held.push(response);
    const stream = followStream();
    await expect.poll(() => held.length).toBe(1);
    stream.close();
    await expect.poll(() => upstream.openConnections).toBe(0);
    expect(stream.heard).toEqual([]);
  });
});

describe("a refusal to stream", () => {
  test.each([
    [404, "not-found"],
    [401, "refused"],
    [302, "bad-response"],
    [204, "bad-response"],
    [503, "bad-response"],
  ])("with %s is %s", async (status, kind) => {
    upstream.answer = says(status, status === 204 ? "" : {}, { location: `${upstream.url}/other` });
    await followStream().hears(`closed: ${kind}`);
    expect(upstream.requests).toHaveLength(1);
    await expect.poll(() => upstream.openConnections).toBe(0);
  });

  test("says when to come back", async () => {
    upstream.answer = says(429, {}, { "retry-after": "40" });
    const stream = followStream();
    await stream.hears("closed: rate-limited");
    expect(stream.errors[0]?.retryAfterSeconds).toBe(40);
  });

  test("by nobody who listens is unreachable", async () => {
    upstream.configure({ API_URL: "http://127.0.0.1:9" });
    await followStream().hears("closed: unreachable");
  });
});

test("D4: an open stream that is silent for four minutes is given up", async () => {
  const limits = vi.spyOn(ClientRequest.prototype, "setTimeout");
  upstream.answer = streams([event("A")]);
  const stream = followStream();
  await stream.hears("open", "A");
  expect(limits.mock.calls.at(-1)).toEqual([240_000]);
  (limits.mock.contexts.at(-1) as ClientRequest).emit("timeout");
  await stream.hears("open", "A", "closed: timeout");
  await expect.poll(() => upstream.openConnections).toBe(0);
});
