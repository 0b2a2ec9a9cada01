import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createOrder, getBrands, getOrder, getPaymentVias } from "@/lib/cryptorefills/client";
import { UpstreamError } from "@/lib/cryptorefills/errors";
import { BODY_LIMIT_BYTES } from "@/lib/cryptorefills/read-body";
import { log } from "@/lib/log";
import { setTestEnv } from "../../support/test-env";

const identity = {
  partnerId: "partner",
  version: "1.2.3",
  ip: "203.0.113.7",
  userAgent: "Buyer/1",
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let requests: IncomingMessage[];
const server = createServer((request, response) => {
  requests.push(request);
  answer(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  setTestEnv({ API_URL: `http://127.0.0.1:${port}` });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
});
afterEach(() => {
  vi.restoreAllMocks();
});

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };

/** Time-outs as they are asked for, cut short so that nobody waits for them. */
function cutShort(): number[] {
  const asked: number[] = [];
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    asked.push(ms);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("cut", "TimeoutError")), 60);
    return controller.signal;
  });
  return asked;
}

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw new Error(`not an upstream error: ${error}`);
  return error;
}

test("every call carries the partner's headers and nothing of its own making", async () => {
  answer = says(200, "[]");
  await getPaymentVias(identity);
  expect(requests[0]?.headers).toMatchObject({
    "x-cr-application": "partner",
    "x-cr-version": "1.2.3",
    "x-forwarded-for": "203.0.113.7",
    "user-agent": "Buyer/1",
    "content-type": "application/json",
  });
  expect(requests[0]?.headers.cookie).toBeUndefined();
  expect(requests[0]?.headers["x-real-ip"]).toBeUndefined();
});

test("an agent that is no plain text cannot break the header", async () => {
  answer = says(200, "[]");
  await getPaymentVias({ ...identity, userAgent: "Büyer\r\nX-Evil: 1" });
  expect(requests[0]?.headers["user-agent"]).toBe("ByerX-Evil: 1");
  await getPaymentVias({ ...identity, userAgent: "" });
  expect(requests[1]?.headers["user-agent"]).toBe("shop/1.2.3");
});

test("a path segment that is no id cannot leave its place", async () => {
  answer = says(200, "{}");
  await expect(getOrder(identity, "../brands?x=1")).rejects.toThrow("orderId is malformed");
  expect(requests).toEqual([]);
});

describe("a refusal becomes one of seven kinds:", () => {
  test.each([
    [400, '{"detail":"BAD_REQUEST"}', "refused"],
    [422, '{"detail":"NOT_ACTIVE"}', "refused"],
    [422, '{"detail":"SUSPENDED_COIN"}', "suspended"],
    [404, "{}", "not-found"],
    [429, "{}", "rate-limited"],
    [404, "<html>nothing here</html>", "not-found"],
    [500, "<html>oops</html>", "bad-response"],
    [200, "{not json", "bad-response"],
    [200, '{"order_id":7}', "bad-response"],
  ])("%s with %s is %s", async (status, body, kind) => {
    answer = says(status, body);
    const error = await failure(createOrder(identity, {}));
    expect(error.kind).toBe(kind);
    expect(error.message).not.toContain(body);
  });
});

test("C6 a redirect is an error and is never followed", async () => {
  answer = says(302, "", { location: `http://127.0.0.1:1/elsewhere` });
  expect((await failure(createOrder(identity, {}))).kind).toBe("bad-response");
  expect(requests).toHaveLength(1);
});

test("the wait that upstream asks for is passed on", async () => {
  answer = says(429, "{}", { "retry-after": "17" });
  expect((await failure(getPaymentVias(identity))).retryAfterSeconds).toBe(17);
  expect(requests).toHaveLength(1);
});

test("E7: a body beyond the limit is given up while it arrives", async () => {
  let sent = 0;
  answer = (_request, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(256 * 1024, " ");
    const more = () => {
      while (!response.destroyed && sent < 4 * BODY_LIMIT_BYTES) {
        sent += chunk.length;
        if (!response.write(chunk)) return response.once("drain", more);
      }
      return response.end();
    };
    more();
  };
  expect((await failure(createOrder(identity, {}))).kind).toBe("bad-response");
  expect(sent).toBeLessThan(4 * BODY_LIMIT_BYTES);
});

test("a read that failed is asked again, twice at most", async () => {
  answer = says(503, "{}");
  expect((await failure(getBrands(identity, "US"))).status).toBe(503);
  expect(requests).toHaveLength(3);
});

test("a read that works the second time is an answer", async () => {
  answer = (request, response) =>
    requests.length === 1 ? request.socket.destroy() : says(200, "[]")(request, response);
  expect(await getPaymentVias(identity)).toEqual([]);
  expect(requests).toHaveLength(2);
});

test.each([
  ["500", says(500, "{}")],
  ["a reset", (request: IncomingMessage) => request.socket.destroy()],
])("an order is never sent twice after %s", async (_name, behaviour) => {
  answer = behaviour;
  const error = await failure(createOrder(identity, {}));
  expect(requests).toHaveLength(1);
  expect(error.notSent).toBe(false);
});

test("a connection that nobody takes proves that nothing was sent", async () => {
  setTestEnv({ API_URL: "http://127.0.0.1:9" });
  const error = await failure(createOrder(identity, {}));
  expect(error).toMatchObject({ kind: "unreachable", notSent: true });
  const { port } = server.address() as AddressInfo;
  setTestEnv({ API_URL: `http://127.0.0.1:${port}` });
});

test("an answer is waited for ten seconds, that to a creation thirty-five", async () => {
  const asked = cutShort();
  answer = () => {};
  expect((await failure(getPaymentVias(identity))).kind).toBe("timeout");
  expect((await failure(createOrder(identity, {}))).kind).toBe("timeout");
  expect(asked).toEqual([10_000, 35_000]);
  expect(requests).toHaveLength(2);
});

test("an answer that cannot be read leaves its path in the log, and never its value", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  answer = says(200, '{"order_id":"o-1","order_state":{"secret":"ABCD-EFGH"}}');
  await failure(getOrder(identity, "o-1"));
  const lines = JSON.stringify(warn.mock.calls);
  expect(lines).toContain("order_state");
  expect(lines).not.toContain("ABCD-EFGH");
});

test("one row that is broken costs that row alone", async () => {
  answer = says(200, '[{"nothing":true}]');
  expect(await getPaymentVias(identity)).toEqual([]);
});
